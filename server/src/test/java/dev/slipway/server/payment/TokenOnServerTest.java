package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentReceipt;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.ReceiptReply;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.terms.OperatorReply;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.TestContracts;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;

/** The whole server with prices in a token. */
@ServerTest
@DirtiesContext
class TokenOnServerTest {
    private static final Anvil ANVIL = Anvil.withBlockEvery(Duration.ofSeconds(1));
    private static final TestContracts CONTRACTS = new TestContracts(ANVIL);
    private static final Address RECIPIENT = CONTRACTS.account(9);
    private static final Address ROUTER = CONTRACTS.router(RECIPIENT);
    private static final PaymentToken TOKEN = new PaymentToken(CONTRACTS.deploy("StandardToken"), "STD", 6);

    private final EthereumSignatures signatures;
    private final PaymentStatistics statistics;
    private final ApiClient api;

    @Autowired
    TokenOnServerTest(@LocalServerPort int port, EthereumSignatures signatures, PaymentStatistics statistics) {
        this.api = new ApiClient(port);
        this.signatures = signatures;
        this.statistics = statistics;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("slipway.chain-rpc", () -> ANVIL.rpc().toString());
        registry.add("slipway.recipient", RECIPIENT::hex);
        registry.add("slipway.router", ROUTER::hex);
        registry.add("slipway.token", TOKEN.address()::hex);
        registry.add("slipway.price", () -> "5000000");
        registry.add("slipway.check-fee", () -> "250000");
    }

    @AfterAll
    static void stop() {
        ANVIL.close();
    }

    @Test
    void thePriceIsOfferedPaidAndToldInTheToken() throws Exception {
        OperatorReply operator = Json.STRICT.readValue(api.get("/api/operator").body(), OperatorReply.class);
        assertThat(operator.token()).isEqualTo(TOKEN);
        assertThat(operator.price()).isEqualTo("5250000");
        Author author = new Author(signatures);
        DraftReply draft = api.draft(author);
        Terms terms = draft.terms();
        assertThat(terms.token()).isEqualTo(TOKEN);
        assertThat(terms.version()).isEqualTo(Terms.TOKEN_VERSION);
        assertThat(terms.rail()).isEqualTo(Terms.ROUTER_RAIL);
        assertThat(terms.checkFee()).isEqualTo("250000");
        SignatureReply signature = api.signed(author, draft);

        pay(signature.reference(), new BigInteger(terms.price()));

        PublicationStatus.Payment payment = Await.until(
                "the payment confirmed",
                () -> payment(draft, signature),
                found -> found.state() == PaymentState.CONFIRMED);
        assertThat(payment.token()).isEqualTo(TOKEN);
        assertThat(payment.price()).isEqualTo("5250000");
        assertThat(payment.paid()).isEqualTo("5250000");
        assertThat(payment.refunds()).isNull();
        PaymentReceipt receipt = Json.STRICT
                .readValue(
                        api.get("/api/publications/" + draft.id() + "/receipt", signature.grant())
                                .body(),
                        ReceiptReply.class)
                .receipt();
        assertThat(receipt.token()).isEqualTo(TOKEN);
        assertThat(receipt.credits()).extracting(PaymentReceipt.Movement::token).containsExactly(TOKEN.address());
        assertThat(statistics.read())
                .extracting(PaymentTotals::payments, PaymentTotals::wei)
                .containsExactly(1L, BigInteger.ZERO);
    }

    private PublicationStatus.Payment payment(DraftReply draft, SignatureReply signature) {
        try {
            PublicationStatus status = Json.STRICT.readValue(
                    api.get("/api/publications/" + draft.id(), signature.grant())
                            .body(),
                    PublicationStatus.class);
            return java.util.Objects.requireNonNull(status.payment());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pay(dev.slipway.model.ethereum.Bytes32 reference, BigInteger amount) {
        Address payer = CONTRACTS.account(2);
        Uint256 value = new Uint256(amount);
        CONTRACTS.call(payer, TOKEN.address(), BigInteger.ZERO, "mint", address(payer), value);
        CONTRACTS.call(payer, TOKEN.address(), BigInteger.ZERO, "approve", address(ROUTER), value);
        CONTRACTS.call(
                payer,
                ROUTER,
                BigInteger.ZERO,
                "payToken",
                new Bytes32(reference.bytes()),
                address(TOKEN.address()),
                value);
    }

    private static org.web3j.abi.datatypes.Address address(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }
}
