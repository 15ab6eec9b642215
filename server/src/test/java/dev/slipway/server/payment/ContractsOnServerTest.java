package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.TestContracts;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.generated.Uint256;

/** The whole server on a chain with contracts: one is the author, another pays, and a third hands the payment on. */
@ServerTest
@DirtiesContext
class ContractsOnServerTest {
    private static final Anvil ANVIL = Anvil.withBlockEvery(Duration.ofSeconds(1));
    private static final TestContracts CONTRACTS = new TestContracts(ANVIL);
    private static final Address RECIPIENT = CONTRACTS.account(9);
    private static final Address ROUTER = CONTRACTS.router(RECIPIENT);

    private final EthereumSignatures signatures;
    private final Publications publications;
    private final ApiClient api;

    @Autowired
    ContractsOnServerTest(@LocalServerPort int port, EthereumSignatures signatures, Publications publications) {
        this.api = new ApiClient(port);
        this.signatures = signatures;
        this.publications = publications;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("slipway.chain-rpc", () -> ANVIL.rpc().toString());
        registry.add("slipway.recipient", RECIPIENT::hex);
        registry.add("slipway.router", ROUTER::hex);
    }

    @AfterAll
    static void stop() {
        ANVIL.close();
    }

    @Test
    void aContractSignsAndAnotherPaysOverTheRouter() throws Exception {
        OperatorKey owner = OperatorKey.generate(new SecureRandom());
        Address account = CONTRACTS.deploy("OwnedAccount", address(owner.address()));
        Author author = new Author(signatures, owner, account);
        DraftReply draft = api.draft(author);
        assertThat(draft.terms().rail()).isEqualTo(Terms.ROUTER_RAIL);
        assertThat(draft.terms().router()).isEqualTo(ROUTER);
        SignatureReply signature = api.signed(author, draft);

        Address safe = CONTRACTS.deploy("ContractWallet");
        ANVIL.call("anvil_setBalance", safe.hex(), "0xde0b6b3a7640000");
        CONTRACTS.call(
                CONTRACTS.account(2),
                safe,
                BigInteger.ZERO,
                "execute",
                address(ROUTER),
                new Uint256(new BigInteger(draft.terms().price())),
                new DynamicBytes(Hex.parse(RouterContract.payCall(signature.reference()))));

        PaymentStanding standing = Await.until(
                "the payment confirmed",
                () -> publications.find(draft.id()).orElseThrow().payment(),
                found -> found.state() == PaymentState.CONFIRMED);
        assertThat(standing.paid()).isEqualTo(new BigInteger(draft.terms().price()));
    }

    @Test
    void aContractDoesNotSignWithAStrangersKey() throws Exception {
        Address account = CONTRACTS.deploy(
                "OwnedAccount", address(OperatorKey.generate(new SecureRandom()).address()));
        Author stranger = new Author(signatures, OperatorKey.generate(new SecureRandom()), account);
        DraftReply draft = api.draft(stranger);

        assertThat(ApiClient.problem(api.sign(
                                draft.id(),
                                stranger.sign(
                                        stranger.message(draft), draft.terms().chainId())))
                        .code())
                .isEqualTo(ProblemCode.SIGNATURE_INVALID);
    }

    private static org.web3j.abi.datatypes.Address address(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }
}
