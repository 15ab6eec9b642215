package dev.slipway.desk.browserwallet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.model.ethereum.Address;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which tab, which wallet and which account are let in. */
class BrowserTabIT extends WalletInChromium {
    @Test
    void aSecondTabIsTurnedAwayInWordsAndTheFirstGoesOn() {
        BrowserContext profile = browser.profile(1280, ColorScheme.LIGHT, wallet);
        String link = session.newLink().toString();
        Page first = profile.newPage();
        first.navigate(link);
        first.locator("#wallet-0").waitFor();
        assertThat(first.url())
                .as("the secret does not stay in the address bar")
                .doesNotContain("#");
        Page second = profile.newPage();
        second.navigate(link);
        assertThat(second.locator("#lead")).containsText("open in another tab");
        PageShot.save(second, "en-light-taken");
        Page doubled = profile.waitForPage(() -> first.evaluate("() => { window.open('/') }"));
        assertThat(doubled.locator("#lead")).containsText("open in another tab");
        Page bare = profile.newPage();
        bare.navigate(link.replaceAll("#.*", ""));
        assertThat(bare.locator("#lead")).containsText("This link is not good any more");
        first.locator("#wallet-0").click();
        first.locator("#step-network.done").waitFor();
    }

    @Test
    void aNewLinkCutsTheOldTabOffInWordsAndMayBeTakenByTheSameTab() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").waitFor();
        String link = session.newLink().toString();
        page.reload();
        assertThat(page.locator("#lead")).containsText("This link is not good any more");
        page.navigate(link);
        page.locator("#wallet-0").click();
        page.locator("#step-network.done").waitFor();
    }

    @Test
    void aBrowserWithoutAWalletIsToldWhatToDo() {
        Page page = browser.open(null, session);
        assertThat(page.locator("#step-wallet")).containsText("There is no wallet in this browser");
        PageShot.save(page, "en-light-no-wallet");
        session.close();
        assertThat(page.locator("#lead")).containsText("Slipway has closed this page");
        PageShot.save(page, "en-light-closed");
    }

    @Test
    void amongSeveralWalletsThePersonChoosesAndTheChoiceOutlivesAReload() {
        BrowserContext profile = browser.profile(1280, ColorScheme.LIGHT, wallet);
        profile.addInitScript(
                WalletBrowser.provider().replace("Test wallet", "Other wallet").replace(".test'", ".other'"));
        Page page = profile.newPage();
        page.navigate(session.newLink().toString());
        assertThat(page.locator("#step-wallet button"))
                .hasText(new String[] {"Connect Test wallet", "Connect Other wallet"});
        PageShot.save(page, "en-light-two-wallets");
        page.locator("#wallet-1").click();
        assertThat(page.locator("#step-wallet.done")).containsText("Other wallet");
        page.reload();
        assertThat(page.locator("#step-wallet.done")).containsText("Other wallet");
    }

    @Test
    void aWalletThatDoesNotAnnounceItselfIsFoundTheOldWay() {
        BrowserContext profile = browser.profile(1280, ColorScheme.LIGHT, wallet);
        profile.addInitScript("window.addEventListener('eip6963:announceProvider', (event) => {"
                + " window.ethereum = event.detail.provider; event.stopImmediatePropagation() }, true)");
        profile.addInitScript(WalletBrowser.provider());
        Page page = profile.newPage();
        page.navigate(session.newLink().toString());
        page.locator("#wallet-0").click();
        assertThat(page.locator("#step-wallet.done")).containsText("The browser’s wallet");
    }

    @Test
    void anotherAccountThanTheAuthorsIsTurnedAwayInWords() {
        Address author = new Address("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
        assertThat(session.connect(author)).isNotDone();
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").click();
        assertThat(page.locator("#step-wallet .note.bad")).containsText(ChecksumAddress.of(author));
        PageShot.save(page, "en-light-account");
        assertThat(session.connect()).isNotDone();
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = browser.open(wallet, session);
        page.locator("#wallet-0").waitFor();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        CompletableFuture<String> signed = session.sign(order.signing());
        page.locator("#sign").waitFor();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#exact pre")).isVisible();
        page.keyboard().press("Tab");
        PageShot.save(page, "en-light-focus");
        page.keyboard().press("Enter");
        assertThat(await(page, signed)).isNotEmpty();
    }
}
