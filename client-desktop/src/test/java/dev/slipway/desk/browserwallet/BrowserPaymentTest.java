package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A payment that a wallet was asked for is found, or offered again when it is surely absent, and never made twice. */
class BrowserPaymentTest extends WalletSession {
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
        assertThat(memory.find(order.signing().reference()).orElseThrow().hash())
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
        assertThat(memory.find(order.signing().reference())).isEmpty();
    }

    @Test
    void afterTheOffersEndNothingIsPaid() {
        BrowserWallet wallet = session();
        PageClient page = tab(wallet);
        CompletableFuture<ChainTransaction> paid = wallet.pay(order.payment(), author.address());
        time = order.signing().terms().expiresAt().minusSeconds(100);
        assertThat(asks(page)).as("a block may come too late").isFalse();
        assertThatThrownBy(() -> paid.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TERMS_EXPIRED));
        assertThat(memory.find(order.signing().reference())).isEmpty();
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
}
