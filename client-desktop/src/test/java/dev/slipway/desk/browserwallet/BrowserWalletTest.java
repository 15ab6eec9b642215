package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a page says is a claim: the session believes signatures and the chain. */
class BrowserWalletTest {
    private static final Map<String, Object> NOTHING = Map.of();

    @TempDir
    Path folder;

    private final TestChain chain = new TestChain();
    private final LocalSigner author = LocalSigner.random(new SecureRandom());
    private Order order = new Order(author.address());
    private final List<WalletEvent> events = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

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

    @ParameterizedTest
    @EnumSource(PaymentOrder.Difference.class)
    void aTransactionThatIsNotThePaymentCountsForNothing(PaymentOrder.Difference difference) {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        page.say("/payment/ask", NOTHING);
        ChainTransaction wrong = spoilt(difference);
        chain.add(wrong);
        JsonNode pay =
                page.say("/payment/sent", Map.of("hash", wrong.hash().hex())).path("pay");
        assertThat(pay.path("stage").asString()).isEqualTo("unclear");
        assertThat(pay.path("problem").asString()).endsWith("It does not count as this payment.");
        assertThat(paid).isNotDone();
        assertThat(new PaymentFiles(folder)
                        .find(order.signing().reference())
                        .orElseThrow()
                        .hash())
                .isNull();
        assertThat(asks(page)).as("and it is not asked for at once again").isFalse();
    }

    @Test
    void aClaimThatOurNodeDoesNotKnowWaitsUntilItDoes() throws Exception {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        page.say("/payment/ask", NOTHING);
        ChainTransaction payment = order.paidBy(author.address());
        page.say("/payment/sent", Map.of("hash", payment.hash().hex()));
        assertThat(page.stage()).isEqualTo("claimed");
        chain.mine(5);
        assertThat(paid).isNotDone();
        assertThat(asks(page)).isFalse();
        chain.add(payment);
        assertThat(paid.get(10, TimeUnit.SECONDS).hash()).isEqualTo(payment.hash());
    }

    @Test
    void aPaymentThatTheWalletSpedUpIsFoundUnderItsNewHash() throws Exception {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        page.say("/payment/ask", NOTHING);
        page.say("/payment/sent", Map.of("hash", Order.random().hex()));
        ChainTransaction faster = send();
        chain.mine();
        assertThat(paid.get(10, TimeUnit.SECONDS).hash()).isEqualTo(faster.hash());
    }

    @Test
    void aPaymentThatFailedOnTheChainIsNoPayment() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        page.say("/payment/ask", NOTHING);
        ChainTransaction payment = send();
        chain.revert(payment.hash());
        chain.mine();
        page.say("/payment/sent", Map.of("hash", payment.hash().hex()));
        assertThatThrownBy(() -> paid.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(DeskException.class)
                .cause()
                .extracting("code")
                .isEqualTo(ProblemCode.PAYMENT_REVERTED);
        assertThat(asks(page)).isFalse();
    }

    @Test
    void theWalletIsAskedOnceHoweverOftenThePageWants() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        assertThat(wallet.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(page)).isTrue();
        assertThat(asks(page)).isFalse();
        page.enter();
        assertThat(asks(page)).as("after a reload").isFalse();
    }

    @Test
    void whileTheWalletsQuestionIsOpenNothingIsOfferedAgain() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        assertThat(wallet.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(page)).isTrue();
        page.awaitPay("looks over many blocks", pay -> {
            chain.mine();
            return pay.path("look").asString().equals("absent");
        });
        page.say("/payment/again", NOTHING);
        assertThat(page.stage()).isEqualTo("asked");
        assertThat(asks(page)).isFalse();
    }

    @Test
    void aRefusalIsOfferedAgainAtOnce() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        assertThat(wallet.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(page)).isTrue();
        page.say("/payment/refused", NOTHING);
        assertThat(page.stage()).isEqualTo("offered");
        assertThat(asks(page)).isTrue();
    }

    @Test
    void aRefusalThatWasNoneIsFoundOutBeforeTheWalletIsAskedAgain() throws Exception {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        page.say("/payment/ask", NOTHING);
        ChainTransaction payment = send();
        chain.mine();
        page.say("/payment/refused", NOTHING);
        assertThat(asks(page)).isFalse();
        assertThat(paid.get(10, TimeUnit.SECONDS).hash()).isEqualTo(payment.hash());
    }

    @Test
    void aPaymentWhoseAnswerWasLostIsFoundOnTheChain() throws Exception {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        page.say("/payment/ask", NOTHING);
        page.enter();
        assertThat(page.stage()).isEqualTo("unclear");
        chain.mine(80);
        send();
        page.awaitPay("something waits", pay -> pay.path("look").asString().equals("waiting"));
        page.say("/payment/again", NOTHING);
        assertThat(asks(page)).isFalse();
        chain.mine();
        assertThat(paid.get(10, TimeUnit.SECONDS).inBlock()).isTrue();
    }

    @Test
    void whatIsNowhereIsOfferedAgainOnlyAfterBlocksAndAPersonsWord() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        assertThat(wallet.pay(order.payment(), author.address())).isNotDone();
        page.say("/payment/ask", NOTHING);
        page.say("/payment/unclear", NOTHING);
        page.say("/payment/again", NOTHING);
        assertThat(asks(page)).as("nobody has looked yet").isFalse();
        page.awaitPay("surely absent", pay -> {
            chain.mine();
            return pay.path("look").asString().equals("absent");
        });
        assertThat(asks(page)).as("the person has not said so").isFalse();
        page.say("/payment/again", NOTHING);
        JsonNode transaction = page.say("/payment/ask", NOTHING).path("transaction");
        assertThat(transaction.path("nonce").asString())
                .as("the same place in the account's order, so that two can never both count")
                .isEqualTo("0x0");
    }

    @Test
    void aChainThatIsAwaySaysNothingAboutAPayment() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        assertThat(wallet.pay(order.payment(), author.address())).isNotDone();
        chain.goAway();
        assertThat(asks(page)).as("nothing could be searched for later").isFalse();
        assertThat(page.pay().path("problem").asString()).startsWith("Slipway cannot reach the chain");
        chain.comeBack();
        assertThat(asks(page)).isTrue();
        page.say("/payment/unclear", NOTHING);
        chain.goAway();
        page.awaitPay("away", pay -> pay.path("look").asString().equals("away"));
        chain.mine(10);
        page.say("/payment/again", NOTHING);
        assertThat(asks(page)).isFalse();
    }

    @Test
    void aDeskThatStartsAnewGoesOnSearchingInsteadOfAsking() throws Exception {
        BrowserWallet first = session();
        assertThat(first.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(tab(first))).isTrue();
        first.close();
        ChainTransaction payment = send();
        chain.mine(3);

        BrowserWallet second = session();
        CompletableFuture<ChainTransaction> paid = second.pay(order.payment(), author.address());
        assertThat(paid.get(10, TimeUnit.SECONDS).hash()).isEqualTo(payment.hash());
        assertThat(asks(tab(second))).isFalse();
    }

    @Test
    void aDeskThatStartsAnewWithNothingOnTheChainDoesNotAskByItself() {
        BrowserWallet first = session();
        assertThat(first.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(tab(first))).isTrue();
        first.close();
        BrowserWallet second = session();
        assertThat(second.pay(order.payment(), author.address())).isNotDone();
        PageClient page = tab(second);
        assertThat(page.stage()).isEqualTo("unclear");
        assertThat(asks(page)).isFalse();
    }

    @Test
    void whatIsMissingOfThePriceIsAskedForAndAnEarlierAskStaysWhatItWas() throws Exception {
        BigInteger half = Order.PRICE.shiftRight(1);
        BrowserWallet first = session();
        assertThat(first.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(tab(first))).isTrue();
        first.close();
        ChainTransaction whole = send();

        BrowserWallet second = session();
        CompletableFuture<ChainTransaction> paid = second.pay(order.payment().of(half), author.address());
        chain.mine();
        assertThat(paid.get(10, TimeUnit.SECONDS).hash()).isEqualTo(whole.hash());

        order = new Order(author.address());
        BrowserWallet third = session();
        PageClient page = tab(third);
        assertThat(third.pay(order.payment().of(half), author.address())).isNotDone();
        assertThat(page.say("/payment/ask", NOTHING)
                        .path("transaction")
                        .path("value")
                        .asString())
                .isEqualTo("0x" + half.toString(16));
    }

    @Test
    void whoeverOrdersThePaymentTwiceWaitsForTheSameOne() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        assertThat(asks(page)).isTrue();
        assertThat(wallet.pay(order.payment(), author.address())).isSameAs(paid);
        assertThat(asks(page)).isFalse();
    }

    @Test
    void anEmptyAccountIsToldBeforeTheWalletIsAsked() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        chain.setBalance(BigInteger.ONE);
        assertThat(wallet.pay(order.payment(), author.address())).isNotDone();
        assertThat(asks(page)).isFalse();
        assertThat(page.pay().path("problem").asString()).contains("0.0021 ETH");
        assertThat(new PaymentFiles(folder).find(order.signing().reference())).isEmpty();
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

    private ChainTransaction send() {
        ChainTransaction payment = order.paidBy(author.address());
        chain.add(payment);
        return payment;
    }

    private ChainTransaction spoilt(PaymentOrder.Difference difference) {
        ChainTransaction good = order.paidBy(author.address());
        return new ChainTransaction(
                good.hash(),
                good.from(),
                difference == PaymentOrder.Difference.RECIPIENT ? author.address() : good.to(),
                difference == PaymentOrder.Difference.AMOUNT ? BigInteger.ONE : good.value(),
                difference == PaymentOrder.Difference.REFERENCE ? "0x" : good.input(),
                difference == PaymentOrder.Difference.CHAIN ? Long.valueOf(1) : good.chainId(),
                false);
    }

    private static boolean asks(PageClient page) {
        return page.say("/payment/ask", NOTHING).path("transaction").isObject();
    }

    private PageClient tab(BrowserWallet wallet) {
        PageClient page = new PageClient(wallet.newLink());
        open.add(page);
        page.enter();
        return page;
    }

    private BrowserWallet session() {
        BrowserWallet wallet = BrowserWallet.open(
                new BrowserWalletSetting(
                        new WalletNetwork(TestChain.ID, "Test chain", null),
                        chain,
                        new PaymentFiles(folder),
                        Language.ENGLISH,
                        ZoneOffset.UTC,
                        new SecureRandom(),
                        Duration.ofMillis(20)),
                events::add);
        open.add(wallet);
        return wallet;
    }
}
