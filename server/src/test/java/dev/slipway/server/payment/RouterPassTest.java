package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.payment.ledger.BlockPayments;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.ContradictingNode;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.reading.SwitchableNode;
import dev.slipway.server.payment.standing.PaymentsUntold;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.testing.TestContracts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.generated.Uint256;

/** The watcher's looks at payments over the contract. */
public class RouterPassTest extends PassFixture {
    @Test
    void aPaymentOverTheRouterIsConfirmedLikeOneWithoutIt() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        Bytes32 hash = contracts.send(wallet.address(), router, PRICE, "pay", word(REFERENCE));
        hint(REFERENCE, hash);
        look();
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.SEEN, BigInteger.ZERO, 0, hash));

        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.CONFIRMED, PRICE, CONFIRMATIONS, hash));
    }

    @Test
    void aContractWalletPaysOverTheRouterFromWithin() {
        Address router = deployRouter();
        Address safe = contracts.deploy("ContractWallet");
        anvil.call("anvil_setBalance", safe.hex(), "0x100000000");
        PublicationId id = publications.add(REFERENCE, terms());
        contracts.send(
                wallet.address(),
                safe,
                BigInteger.ZERO,
                "execute",
                new org.web3j.abi.datatypes.Address(router.hex()),
                new Uint256(PRICE),
                new DynamicBytes(Hex.parse(RouterContract.payCall(REFERENCE))));
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(ledger.credits(REFERENCE).getFirst().payer()).isEqualTo(safe);
    }

    @Test
    void bothRailsAddUp() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        BigInteger half = PRICE.divide(BigInteger.TWO);
        wallet.pay(RECIPIENT, half, REFERENCE);
        contracts.send(contracts.account(1), router, half, "pay", word(REFERENCE));
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(publications.standing(id).paid()).isEqualTo(PRICE);
    }

    @Test
    void aFailedPaymentOverTheRouterIsReverted() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        anvil.makeRevert(RECIPIENT.hex());
        contracts.send(wallet.address(), router, PRICE, "pay", word(REFERENCE));
        mineAndLook();

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REVERTED);
        assertThat(publications.standing(id).paid()).isZero();
    }

    @Test
    void aReorganisationTakesAPaymentOverTheRouterAndTheNextBlockBringsItBackOnce() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        TestWallet.Transfer transfer = wallet.transfer(router, PRICE, RouterContract.payCall(REFERENCE));
        wallet.send(transfer);
        mineAndLook();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMING);
        int before = ledger.credits(REFERENCE).getFirst().logIndex();
        anvil.reorganise(1);
        forgetWaiting();
        look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.AWAITING);

        // Behind a payment with a higher fee its entry in the block's log has another number, and in its own none.
        try (TestWallet other = TestWallet.account(1, anvil.rpc())) {
            other.send(other.transfer(router, BigInteger.ONE, RouterContract.payCall(reference(2)))
                    .withFees(TestWallet.GWEI.multiply(BigInteger.TEN), TestWallet.GWEI.multiply(BigInteger.TWO)));
        }
        wallet.send(transfer);
        mineAndLook(CONFIRMATIONS);
        assertThat(ledger.credits(REFERENCE)).extracting(Credit::logIndex).containsExactly(before);
        assertThat(publications.standing(id))
                .extracting(PaymentStanding::state, PaymentStanding::paid)
                .containsExactly(PaymentState.CONFIRMED, PRICE);
    }

    /** A speck of dust for one and the price for another; a stranger's payment comes before both in the new block. */
    @Test
    void twoPaymentsOfOneTransactionKeepTheirPlacesWhenAReorganisationShiftsTheBlocksLogs() {
        Address router = deployRouter();
        Address batch = contracts.deploy("BatchWallet");
        PublicationId dusty = publications.add(REFERENCE, terms());
        PublicationId paid = publications.add(reference(2), terms());
        String both = TestContracts.input(
                "go",
                new org.web3j.abi.datatypes.Address(router.hex()),
                new DynamicArray<>(
                        org.web3j.abi.datatypes.generated.Bytes32.class, word(REFERENCE), word(reference(2))),
                new DynamicArray<>(Uint256.class, new Uint256(1), new Uint256(PRICE)));
        TestWallet.Transfer transfer =
                wallet.transfer(batch, PRICE.add(BigInteger.ONE), both).withGas(400_000);
        wallet.send(transfer);
        mineAndLook();
        assertThat(publications.standing(dusty).state()).isEqualTo(PaymentState.PARTIAL);

        try (TestWallet other = TestWallet.account(1, anvil.rpc())) {
            String dust = other.sign(other.transfer(router, BigInteger.ONE, RouterContract.payCall(reference(3)))
                    .withFees(TestWallet.GWEI.multiply(BigInteger.TEN), TestWallet.GWEI.multiply(BigInteger.TWO)));
            anvil.call("anvil_reorg", 1, List.of(List.of(dust, 0), List.of(wallet.sign(transfer), 0)));
        }
        look();
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(paid))
                .extracting(PaymentStanding::state, PaymentStanding::paid)
                .containsExactly(PaymentState.CONFIRMED, PRICE);
        assertThat(publications.standing(dusty))
                .extracting(PaymentStanding::state, PaymentStanding::paid)
                .containsExactly(PaymentState.PARTIAL, BigInteger.ONE);
        assertThat(book.of(reference(2))).as("nothing is to be sent back").isEmpty();
    }

    @Test
    void anEmptyAnswerForABlocksLogsLosesNoPayment() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        SwitchableNode forgetful = new SwitchableNode(node);
        forgetful.loseLogs();
        node = forgetful.client();
        contracts.send(wallet.address(), router, PRICE, "pay", word(REFERENCE));
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    /** As a server of before decision 0025 asked for receipts may have done. */
    @Test
    void aHintFindsAPaymentThatWasOverlookedWhenItsBlockWasRead() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        Bytes32 hash = contracts.send(wallet.address(), router, PRICE, "pay", word(REFERENCE));
        anvil.mine(1);
        BlockRef before = ledger.cursor().orElseThrow();
        BlockRef block = BlockRef.of(node.block(before.number() + 1).orElseThrow());
        ledger.append(before, block, new BlockPayments(List.of(), List.of()));
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.AWAITING);

        hint(REFERENCE, hash);
        look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    @Test
    void whatContradictsItselfStopsNobodyElsesPayment() {
        Address router = deployRouter();
        PublicationId doubted = publications.add(REFERENCE, terms());
        Bytes32 doubtful = contracts.send(wallet.address(), router, PRICE, "pay", word(REFERENCE));
        anvil.mine(1);
        BlockRef before = ledger.cursor().orElseThrow();
        BlockRef block = BlockRef.of(node.block(before.number() + 1).orElseThrow());
        Credit made = new Credit(
                doubtful,
                0,
                reference(9),
                wallet.address(),
                RECIPIENT,
                null,
                PRICE,
                ChainReceipt.Outcome.SUCCEEDED,
                block,
                Instant.EPOCH);
        ledger.append(before, block, new BlockPayments(List.of(made), List.of()));
        hint(REFERENCE, doubtful);
        PublicationId other = publications.add(reference(2), terms());
        Bytes32 waiting = contracts.send(wallet.address(), router, PRICE, "pay", word(reference(2)));
        hint(reference(2), waiting);

        assertThatThrownBy(this::look)
                .isInstanceOf(PaymentsUntold.class)
                .hasCauseInstanceOf(ContradictingNode.class)
                .hasMessageContaining(doubtful.hex())
                .hasMessageContaining("docs/operating.md");
        assertThat(publications.standing(other).state()).isEqualTo(PaymentState.SEEN);
        assertThat(ledger.credits(REFERENCE)).isEmpty();

        // As docs/operating.md tells a person who knows better.
        JdbcClient.create(DATABASE)
                .sql("select set_transaction_aside(:chain, :transaction)")
                .param("chain", anvil.chainId())
                .param("transaction", doubtful.hex())
                .query(Long.class)
                .single();
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(doubted))
                .isEqualTo(new PaymentStanding(PaymentState.CONFIRMED, PRICE, CONFIRMATIONS, doubtful));
        assertThat(publications.standing(other).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void tokensOfNobodyKnowsWhatAreKeptInTheLedgerAndCountForNothing() {
        Address router = deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        Address token = contracts.deploy("StandardToken");
        Address payer = contracts.account(1);
        Uint256 plenty = new Uint256(PRICE.multiply(BigInteger.TEN));
        contracts.call(payer, token, BigInteger.ZERO, "mint", new org.web3j.abi.datatypes.Address(payer.hex()), plenty);
        contracts.call(
                payer, token, BigInteger.ZERO, "approve", new org.web3j.abi.datatypes.Address(router.hex()), plenty);
        contracts.call(
                payer,
                router,
                BigInteger.ZERO,
                "payToken",
                word(REFERENCE),
                new org.web3j.abi.datatypes.Address(token.hex()),
                plenty);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);
        assertThat(ledger.credits(REFERENCE)).extracting(Credit::token).containsExactly(token);
    }

    @Test
    void logsOfAnotherContractAreNobodysPayments() {
        deployRouter();
        PublicationId id = publications.add(REFERENCE, terms());
        Address strange = contracts.router(contracts.account(7));
        contracts.send(wallet.address(), strange, PRICE, "pay", word(REFERENCE));
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);
        assertThat(rows()).isZero();
    }

    @Test
    void aRouterThatPaysSomebodyElseIsRefused() {
        offered = contracts.router(contracts.account(7));

        assertThatThrownBy(this::look)
                .isInstanceOf(ChainUnavailable.class)
                .hasMessageContaining("pays " + contracts.account(7))
                .hasMessageContaining("SLIPWAY_ROUTER");
        offered = contracts.account(3);
        assertThatThrownBy(this::look).hasMessageContaining("is no payment contract on this chain");
    }
}
