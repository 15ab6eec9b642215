package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a page says is a claim: the session believes signatures and the chain. */
class BrowserWalletTest extends WalletSession {
    @Test
    void aWholeWalkEndsWithWhatTheChainHas() throws Exception {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        page.connect(author.address().hex());
        assertThat(wallet.connect().get(5, TimeUnit.SECONDS)).isEqualTo(author.address());

        CompletableFuture<String> signed = wallet.sign(order.signing());
        String signature = order.signedBy(author);
        page.say("/signed", Map.of("signature", signature));
        assertThat(signed.get(5, TimeUnit.SECONDS)).isEqualTo(signature);

        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        JsonNode transaction = page.say("/payment/ask", NOTHING).path("transaction");
        assertThat(transaction.path("from").asString())
                .isEqualTo(author.address().hex());
        assertThat(transaction.path("to").asString()).isEqualTo(Order.RECIPIENT.hex());
        assertThat(transaction.path("value").asString()).isEqualTo("0x" + Order.PRICE.toString(16));
        assertThat(transaction.path("data").asString())
                .isEqualTo(order.signing().reference().hex());
        assertThat(transaction.path("chainId").asString()).isEqualTo("0x7a69");
        ChainTransaction payment = send();
        page.say("/payment/sent", Map.of("hash", payment.hash().hex()));
        assertThat(paid.get(5, TimeUnit.SECONDS).hash()).isEqualTo(payment.hash());
        assertThat(events.stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList())
                .containsExactly("PageOpened", "Connected", "Signed", "PaymentAsked", "PaymentClaimed", "Paid");
    }

    @Test
    void aSignatureByAnotherKeyIsNoSignature() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<String> signed = wallet.sign(order.signing());
        for (String wrong : List.of(
                order.signedBy(LocalSigner.random(new SecureRandom())),
                new Order(author.address()).signedBy(author),
                "0x",
                "signed",
                "0x" + "00".repeat(65))) {
            JsonNode view = page.say("/signed", Map.of("signature", wrong));
            assertThat(view.path("sign").path("problem").asString())
                    .containsIgnoringCase(author.address().hex());
        }
        assertThat(signed).isNotDone();
        page.say("/signed", Map.of("signature", order.signedBy(author)));
        assertThat(signed).isCompleted();
    }

    @Test
    void aSignatureThatEndsWithZeroOrOneIsTakenAndWrittenTheUsualWay() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<String> signed = wallet.sign(order.signing());
        String usual = order.signedBy(author);
        String other = usual.substring(0, 130) + (usual.endsWith("1b") ? "00" : "01");
        page.say("/signed", Map.of("signature", other));
        assertThat(signed).isCompletedWithValue(usual);
    }

    @Test
    void onlyTheAccountThatAgreedMayGoOn() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<Address> connected = wallet.connect(author.address());
        JsonNode view = page.connect(Order.RECIPIENT.hex());
        assertThat(view.path("wallet").path("problem").asString())
                .containsIgnoringCase(author.address().hex());
        page.connect("not an address");
        assertThat(connected).isNotDone();
        page.connect(author.address().hex());
        assertThat(connected).isCompletedWithValue(author.address());
        assertThat(page.connect(Order.RECIPIENT.hex())
                        .path("wallet")
                        .path("account")
                        .asString())
                .as("nobody takes its place afterwards")
                .isEqualTo(author.address().hex());
    }

    @Test
    void closingEndsWhoeverWaits() {
        BrowserWallet wallet = session();
        CompletableFuture<Address> connected = wallet.connect();
        CompletableFuture<String> signed = wallet.sign(order.signing());
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        wallet.close();
        for (CompletableFuture<?> each : List.of(connected, signed, paid)) {
            assertThat(each.exceptionNow())
                    .asInstanceOf(InstanceOfAssertFactories.type(DeskException.class))
                    .extracting(DeskException::code)
                    .isEqualTo(ProblemCode.CANCELLED);
        }
    }
}
