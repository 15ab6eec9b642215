package dev.slipway.desk.browserwallet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.testing.TestToken;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The walk in Chromium, with all that may happen to a signature and a payment on the way. */
class BrowserWalletIT extends WalletInChromium {
    @Test
    void thePersonIsLedFromTheWalletToThePaymentAndSeesEverythingThatIsSignedAndPaid() {
        walk(session, 1280, ColorScheme.LIGHT, "en-light");
        assertThat(paid()).isEqualTo(Order.PRICE);
    }

    @Test
    void theSameInRussianOnADarkPhone() {
        session.close();
        session = session(Language.RUSSIAN);
        walk(session, 360, ColorScheme.DARK, "ru-dark-360");
        assertThat(paid()).isEqualTo(Order.PRICE);
    }

    private void walk(BrowserWallet at, int width, ColorScheme scheme, String look) {
        wallet.beOn("0x1");
        BrowserContext profile = browser.profile(width, scheme, wallet);
        Page page = profile.newPage();
        page.navigate(at.newLink().toString());
        page.locator("#wallet-0").waitFor();
        PageShot.save(page, look + "-1-wallet");
        page.locator("#wallet-0").click();
        assertThat(await(page, at.connect())).isEqualTo(TestWallet.ACCOUNT);
        page.locator("#switch").waitFor();
        PageShot.save(page, look + "-2-network");
        page.locator("#switch").click();
        page.locator("#step-network.done").waitFor();
        PageShot.save(page, look + "-3-waiting");

        CompletableFuture<String> signed = at.sign(order.signing());
        page.locator("#sign").waitFor();
        assertThat(page.locator("#step-sign"))
                .containsText(order.signing().reference().hex());
        assertThat(page.locator("#step-sign")).containsText(ChecksumAddress.of(Order.RECIPIENT));
        assertThat(page.locator("#step-sign")).containsText("0.0021 ETH");
        PageShot.save(page, look + "-4-sign");
        page.locator("#sign").click();
        assertThat(await(page, signed)).hasSize(132);

        CompletableFuture<ChainTransaction> payment = at.pay(order.payment(), TestWallet.ACCOUNT);
        page.locator("#pay").waitFor();
        assertThat(page.locator("#step-pay"))
                .containsText(order.signing().reference().hex());
        assertThat(page.locator("#step-pay")).containsText(ChecksumAddress.of(Order.RECIPIENT));
        PageShot.save(page, look + "-5-pay");
        page.locator("#pay").click();
        ChainTransaction transaction = await(page, payment);
        assertThat(page.locator("#step-pay.done"))
                .containsText(transaction.hash().hex());
        PageShot.save(page, look + "-6-done");
        assertThat(PageShot.overflow(page)).as("nothing is wider than the page").isZero();
        awaitInBlock(transaction);
    }

    /** The answer to the allowance is lost, and the payment is refused once. */
    @Test
    void aPriceInATokenIsAllowedAndThenPaid() throws IOException, InterruptedException {
        Address router = TestToken.router(node, Order.RECIPIENT);
        TestToken token = TestToken.deploy(node, "SilentToken");
        token.mint(TestWallet.ACCOUNT.hex(), Order.PRICE);
        order = Order.inToken(TestWallet.ACCOUNT, new PaymentToken(token.address(), "OLD", 15), router);
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        CompletableFuture<String> signed = session.sign(order.signing());
        page.locator("#sign").waitFor();
        assertThat(page.locator("#step-sign")).containsText("2.1 OLD (" + ChecksumAddress.of(token.address()) + ")");
        page.locator("#sign").click();
        await(page, signed);

        CompletableFuture<ChainTransaction> allowance =
                session.pay(order.payment().allowance(), TestWallet.ACCOUNT);
        assertThat(page.locator("#pay")).hasText("Allow 2.1 OLD");
        assertThat(page.locator("#step-pay")).containsText(ChecksumAddress.of(router));
        PageShot.save(page, "en-light-allow");
        wallet.swallowAnswer("eth_sendTransaction");
        page.locator("#pay").click();
        awaitAsked("eth_sendTransaction", page);
        page.reload();
        awaitInBlock(await(page, allowance));
        assertThat(page.locator("#step-pay")).containsText("Then the payment is next");
        assertThat(page.locator("#lead")).not().containsText("Paid.");
        assertThat(token.allowance(TestWallet.ACCOUNT.hex(), router)).isEqualTo(Order.PRICE);

        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        assertThat(page.locator("#pay")).hasText("Pay 2.1 OLD");
        PageShot.save(page, "en-light-pay-token");
        wallet.refuse("eth_sendTransaction", 4001, "User denied transaction signature.");
        page.locator("#pay").click();
        assertThat(page.locator("#step-pay")).containsText("You said no in the wallet");
        page.locator("#pay").click();
        awaitInBlock(await(page, payment));
        assertThat(page.locator("#lead")).containsText("Paid.");
        assertThat(token.balance(Order.RECIPIENT.hex())).isEqualTo(Order.PRICE);
        assertThat(token.allowance(TestWallet.ACCOUNT.hex(), router)).isZero();
        assertThat(wallet.asked("eth_sendTransaction")).isEqualTo(3);
        assertThat(paid()).as("no coin moves").isZero();
    }

    @Test
    void whatThePersonRefusesIsSaidAndOfferedAgain() {
        Page page = browser.open(wallet, session);
        wallet.refuse("eth_requestAccounts", -32002, "Already processing eth_requestAccounts");
        wallet.refuse("eth_requestAccounts", 4001, "User rejected the request.");
        page.locator("#wallet-0").click();
        assertThat(page.locator("#step-wallet")).containsText("another question open");
        PageShot.save(page, "en-light-pending");
        page.locator("#wallet-0").click();
        assertThat(page.locator("#step-wallet")).containsText("You said no in the wallet");
        page.locator("#wallet-0").click();

        assertThat(session.sign(order.signing())).isNotDone();
        wallet.refuse("eth_signTypedData_v4", 4001, "User denied message signature.");
        page.locator("#sign").click();
        assertThat(page.locator("#step-sign")).containsText("You said no in the wallet");
        PageShot.save(page, "en-light-refused");
        page.locator("#sign").click();

        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        wallet.refuse("eth_sendTransaction", 4001, "User denied transaction signature.");
        wallet.refuse("eth_sendTransaction", -32602, "External transactions to internal accounts cannot include data");
        page.locator("#pay").click();
        assertThat(page.locator("#step-pay")).containsText("You said no in the wallet");
        page.locator("#pay").click();
        assertThat(page.locator("#step-pay")).containsText("accounts that it holds itself");
        page.locator("#pay").click();
        awaitInBlock(await(page, payment));
        assertThat(paid()).isEqualTo(Order.PRICE);
    }

    @Test
    void aWalletThatDoesNotKnowTheNetworkIsGivenANodeOfIt() {
        wallet.forgetChain();
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        wallet.refuse("wallet_switchEthereumChain", 4001, "User rejected the request.");
        page.locator("#switch").click();
        assertThat(page.locator("#step-network")).containsText("You said no in the wallet");
        page.locator("#switch").click();
        page.locator("#step-network.done").waitFor();
        assertThat(wallet.asked("wallet_addEthereumChain")).isEqualTo(1);
    }

    @Test
    void aNetworkThatChangesBehindThePagesBackStopsThePayment() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        assertThat(session.pay(order.payment(), TestWallet.ACCOUNT)).isNotDone();
        page.locator("#pay").waitFor();
        wallet.beOn("0x1");
        page.locator("#pay").click();
        page.locator("#switch").waitFor();
        assertThat(page.locator("#step-pay")).containsText("The wallet changed to another network");
        assertThat(wallet.asked("eth_sendTransaction")).isZero();
    }

    @Test
    void aReloadInEachStepGoesOnWhereItWas() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").waitFor();
        page.reload();
        page.locator("#wallet-0").click();
        page.locator("#step-wallet.done").waitFor();
        page.reload();
        page.locator("#step-network.done").waitFor();
        CompletableFuture<String> signed = session.sign(order.signing());
        wallet.neverAnswer("eth_signTypedData_v4");
        page.locator("#sign").click();
        assertThat(page.locator("#step-sign")).containsText("The wallet asks you now");
        page.reload();
        page.locator("#sign").click();
        await(page, signed);
        page.reload();
        page.locator("#step-sign.done").waitFor();
        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        page.locator("#pay").waitFor();
        page.reload();
        page.locator("#pay").click();
        awaitInBlock(await(page, payment));
        page.reload();
        assertThat(page.locator("#lead")).containsText("Paid.");
        assertThat(page.locator("#pay")).hasCount(0);
        assertThat(paid()).isEqualTo(Order.PRICE);
    }

    @Test
    void aPaymentWhoseAnswerWasLostIsFoundAndNeverAskedForAgain() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        wallet.swallowAnswer("eth_sendTransaction");
        page.locator("#pay").click();
        awaitAsked("eth_sendTransaction", page);
        page.reload();
        awaitInBlock(await(page, payment));
        assertThat(page.locator("#lead")).containsText("Paid.");
        assertThat(wallet.asked("eth_sendTransaction")).isEqualTo(1);
        assertThat(paid()).isEqualTo(Order.PRICE);
    }

    @Test
    void afterALostAnswerThePersonLooksFirst() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        wallet.neverAnswer("eth_sendTransaction");
        page.locator("#pay").click();
        awaitAsked("eth_sendTransaction", page);
        page.reload();
        assertThat(page.locator("#step-pay")).containsText("Check your wallet’s activity first");
        assertThat(page.locator("#pay")).hasCount(0);
        PageShot.save(page, "en-light-unclear-looking");
        page.locator("#looked").waitFor();
        assertThat(page.locator("#again")).isDisabled();
        PageShot.save(page, "en-light-unclear");
        page.locator("#looked").check();
        page.locator("#again").click();
        page.locator("#pay").click();
        awaitInBlock(await(page, payment));
        assertThat(paid()).isEqualTo(Order.PRICE);
    }

    @Test
    void aHashThatIsAnotherTransactionIsRefusedInWords() throws IOException, InterruptedException {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        String sent = node.call(
                "eth_sendTransaction",
                "[{\"from\":\"" + TestWallet.ACCOUNT + "\",\"to\":\"" + TestWallet.ACCOUNT + "\",\"value\":\"0x1\"}]");
        wallet.lie("eth_sendTransaction", sent.replaceAll(".*\"(0x[0-9a-f]{64})\".*", "$1"));
        page.locator("#pay").click();
        assertThat(page.locator("#step-pay")).containsText("goes to another recipient");
        PageShot.save(page, "en-light-other-transaction");
        assertThat(payment).isNotDone();
        assertThat(page.locator("#pay")).hasCount(0);
    }

    @Test
    void thePageSaysPaidAlthoughTheSessionEndsAtOnce() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        CompletableFuture<ChainTransaction> payment = session.pay(order.payment(), TestWallet.ACCOUNT);
        page.locator("#pay").click();
        ChainTransaction transaction = await(page, payment);
        session.close();
        assertThat(page.locator("#lead")).containsText("Paid.");
        awaitInBlock(transaction);
    }
}
