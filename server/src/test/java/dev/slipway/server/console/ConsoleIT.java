package dev.slipway.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.testing.Browser;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.web3j.crypto.Keys;

/** A moderator's day in Chromium: the queue, a case and its decision, against the whole server. */
class ConsoleIT extends InTheConsole {
    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \u05E9\u05DC\u05D5\u05DD";

    @Autowired
    ConsoleIT(ApplicationContext server, @LocalServerPort int port) {
        super(server, port);
    }

    @Test
    void aCaseIsOpenedByKeysAndRejectedWithAReasonAndTheNextOneOpens() throws IOException {
        PublicationId first = cases.waiting("A slow fall", "A bastard of a fractal.");
        PublicationId second = cases.waiting("A ship in a bottle", "How it gets in.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(2).picture("queue-light");

        console.press("j", "k", "Enter").awaitCase("A slow fall");
        Page page = console.page();
        assertThat(page.locator("mark").allTextContents()).containsExactly("bastard");
        assertThat(page.locator("[data-field=description]").textContent()).isEqualTo("A bastard of a fractal.");
        page.locator(".strip button").first().waitFor();
        console.picture("case-light");

        console.press("r");
        page.locator("#rule").selectOption("profanity");
        assertThat(page.locator("#message").inputValue()).contains("swear words");
        page.locator("#message").fill("The description has a swear word: \"bastard\".");
        console.picture("reject-light").press("Control+Enter").awaitCase("A ship in a bottle");

        assertThat(cases.content(first)).isEqualTo("rejected");
        assertThat(cases.lastStatement(first)).isEqualTo("profanity: The description has a swear word: \"bastard\".");
        assertThat(cases.strikes(first)).isZero();
        assertThat(cases.content(second)).isEqualTo("moderating");
    }

    @Test
    void oneKeyPublishes() throws IOException {
        PublicationId id = cases.waiting("Nothing wrong with it", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);

        console.press("j", "Enter").awaitCase("Nothing wrong with it").press("p");

        console.awaitText(console.page().locator(".told"), "Published: Nothing wrong with it");
        console.page().locator(".queue .notice").waitFor();
        assertThat(cases.content(id)).isEqualTo("published");
        console.go("#/closed/check");
        console.awaitText(console.cards().first().locator(".card-title"), "Nothing wrong with it");
        assertThat(console.cards().first().textContent()).contains("Published, just now");
    }

    @Test
    void theFilmPlaysAndItsFramesLeadToTheirMoments() throws IOException {
        cases.waiting("A film to look at", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        console.press("j", "Enter").awaitCase("A film to look at");
        Page page = console.page();

        page.locator(".strip button").nth(3).click();
        page.waitForFunction("() => document.querySelector('video').currentTime === 12");
        console.press("]");
        page.waitForFunction("() => document.querySelector('video').currentTime === 16");
        page.locator("h1").focus();
        console.press("Space");
        page.waitForFunction("() => document.querySelector('video').currentTime > 16.5");
        assertThat(page.locator(".strip [aria-current]").getAttribute("aria-label"))
                .endsWith("0:16");
    }

    @Test
    void aTitleWithMarkupIsATitle() throws IOException {
        cases.waiting(HOSTILE, "<script>alert(1)</script> bastard </dd>");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        assertThat(console.page().locator(".card-title a").textContent()).isEqualTo(HOSTILE);

        console.press("j", "Enter").awaitCase(HOSTILE);

        assertThat(console.page().locator("[data-field=description]").textContent())
                .isEqualTo("<script>alert(1)</script> bastard </dd>");
        assertThat(console.page().locator("main img[src=x], main script").count())
                .isZero();
    }

    @Test
    void whoHasNotTheRoleIsToldSo() {
        Page page = browser.open(Browser.Screen.DESK);
        new PageWallet(OperatorKey.generate(new SecureRandom())).atWindow(page);
        Console console = new Console(page, origin).open().signIn();

        console.awaitText(page.locator("h1"), "This wallet is not a moderator's");
        assertThat(page.locator(".pages").isVisible()).isFalse();
        page.locator("text=Use another wallet").click();
        console.awaitText(page.locator("h1"), "Sign in to moderate");
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aWalletThatAnnouncesItselfSignsInToo() {
        Page page = browser.open(Browser.Screen.DESK);
        new PageWallet(SignIn.THIRD).announced(page);
        Console console = new Console(page, origin).open();
        assertThat(page.locator(".wallets .button").textContent()).isEqualTo("Sign in with <b>Test</b> wallet");

        console.signIn();

        console.awaitText(page.locator(".queue .notice h2"), "Nothing waits here");
    }

    @Test
    void aSessionThatEndsInTheMiddleOfWorkLosesNothing() throws IOException {
        PublicationId id = cases.waiting("Half decided", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        console.press("j", "Enter").awaitCase("Half decided").press("r");
        Page page = console.page();
        page.locator("#rule").selectOption("other");
        page.locator("#message").fill("Typed before the session ended.");
        cases.endSessions();

        console.press("Control+Enter");
        page.locator("[data-signin=again] .wallets .button").click();

        console.awaitText(page.locator(".told"), "Rejected: Half decided");
        assertThat(cases.lastStatement(id)).isEqualTo("other: Typed before the session ended.");
    }

    @Test
    void tokensAreRefreshedOnceHoweverManyRequestsFail() throws IOException {
        cases.waiting("Still here", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        long before = cases.sessions();
        cases.endAccess();

        console.page().evaluate("""
                () => import('/assets/moderation/api.js').then(({ api }) =>
                  Promise.all([api.account(), api.words(), api.acts({ limit: 5 }), api.account(), api.acts({ limit: 1 })]))""");

        assertThat(cases.sessions()).isEqualTo(before + 1);
        console.go("#/history");
        console.page().locator(".history tbody tr").first().waitFor();
    }

    @Test
    void aCaseOfSomebodyElseCanBeLookedAtOnly() throws IOException {
        PublicationId id = cases.waiting("Somebody is at it", "A fractal.");
        cases.giveToSomebodyElse(id);
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        assertThat(console.cards().textContent()).contains("Taken until");

        console.press("j", "Enter");
        Locator line = console.page().locator(".claim-line [role=alert]");
        line.waitFor();
        assertThat(line.textContent()).startsWith("Somebody else has this case until");
        console.press("p", "r");

        assertThat(console.page().locator(".acts button:enabled").count()).isZero();
        assertThat(cases.content(id)).isEqualTo("moderating");
    }

    @Test
    void aCaseAboutOnesOwnVideoIsForSomebodyElse() throws IOException {
        PublicationId id = cases.waiting("My own ship", "A fractal.");
        cases.giveAuthor(id, SignIn.THIRD.address());
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);

        console.press("j", "Enter");
        Locator line = console.page().locator(".claim-line [role=alert]");
        line.waitFor();
        assertThat(line.textContent()).contains("the video is your own");
        console.press("p", "r");

        assertThat(console.page().locator(".acts button:enabled").count()).isZero();
        console.picture("own-light");
    }

    @Test
    void whatMovedOnMeanwhileIsSaidAndWhatWasTypedStays() throws IOException {
        PublicationId id = cases.waiting("On its way out", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        console.press("j", "Enter").awaitCase("On its way out").press("h");
        Page page = console.page();
        page.locator("#rule").selectOption("privacy");
        page.locator("#message").fill("Typed in vain, so far.");
        cases.moveOn(id);

        console.press("Control+Enter");

        page.locator(".problem[data-code=wrong-state]").waitFor();
        assertThat(page.locator("#message").inputValue()).isEqualTo("Typed in vain, so far.");
        cases.giveToSomebodyElse(id);
        console.press("Control+Enter");
        page.locator(".problem[data-code=conflict]").waitFor();
        assertThat(page.locator("#message").inputValue()).isEqualTo("Typed in vain, so far.");
    }

    @Test
    void aCaseThatIsLeftIsGivenBackUnlessSomethingWasTyped() throws IOException {
        PublicationId id = cases.waiting("Not sure yet", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(1);
        console.press("j", "Enter").awaitCase("Not sure yet");
        assertThat(cases.isClaimed(id)).isTrue();
        Page page = console.page();
        page.waitForResponse(reply -> reply.request().method().equals("DELETE"), () -> console.press("Escape"));
        assertThat(cases.isClaimed(id)).isFalse();

        console.awaitCards(1).press("Enter").awaitCase("Not sure yet").press("r");
        page.locator("#rule").selectOption("spam");
        console.press("Escape", "Escape").awaitCards(1);
        assertThat(cases.isClaimed(id)).isTrue();

        console.press("Enter").awaitCase("Not sure yet");
        assertThat(page.locator("#rule").inputValue()).isEqualTo("spam");
    }

    @Test
    void newCasesAppearWithoutLosingThePlace() throws IOException {
        cases.waiting("First", "A fractal.");
        cases.waiting("Second", "A fractal.");
        Console console = moderator(Browser.Screen.DESK).awaitCards(2).press("j", "j");
        cases.giveToSomebodyElse(cases.waiting("Third", "A fractal."));

        // What the browser says when somebody comes back to the tab; the console also asks every 20 seconds.
        console.page().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");

        console.awaitCards(3).awaitText(console.page().locator(".card-title a:focus"), "Second");
        console.awaitText(console.page().locator("#said"), "1 new case");
        console.press("/").page().keyboard().type("third");
        console.awaitCards(1);
        console.press("Escape").awaitCards(3);
    }

    @Test
    void aLongQueueIsShownInPages() throws IOException {
        cases.openAllKindsOf(9);
        Console console = moderator(Browser.Screen.DESK).awaitCards(48);
        assertThat(console.page().locator(".tabs [aria-current]").textContent()).isEqualTo("All 54");

        console.page().locator("text=Show more").click();

        console.awaitCards(54);
        assertThat(console.page().locator("text=Show more").isVisible()).isFalse();
        console.go("#/open/counter-notice").awaitCards(9);
    }

    @Test
    void aModeratorOpensACaseByTheLinkOfItsPage() throws IOException {
        PublicationId id = cases.published("Seen by chance");
        Console console = moderator(Browser.Screen.DESK).awaitCards(0);
        Page page = console.page();
        page.locator(".starter summary").click();
        page.locator(".starter input").fill("nonsense");
        page.locator(".starter input").press("Enter");
        page.locator(".starter .wrong").waitFor();
        page.locator(".starter input").fill(origin + "/watch/" + id);
        page.locator(".starter input").press("Enter");

        console.awaitCase("Seen by chance").press("d");

        console.awaitText(page.locator(".told"), "Dismissed: Seen by chance");
        assertThat(cases.content(id)).isEqualTo("published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void nothingIsWiderThanASmallPhone(String language) throws IOException {
        cases.waiting("W".repeat(100), "bastard".repeat(60));
        Console console = moderator(Browser.Screen.PHONE.in(language)).awaitCards(1);
        assertThat(console.picture("phone-queue-" + language).overflow()).isZero();
        console.press("j", "Enter").awaitCase("W".repeat(100));
        assertThat(console.picture("phone-case-" + language).overflow()).isZero();
        console.press("r");
        assertThat(console.picture("phone-form-" + language).overflow()).isZero();
        console.go("#/words").page().locator(".words tbody tr").first().waitFor();
        assertThat(console.picture("phone-words-" + language).overflow()).isZero();
        console.go("#/history").page().locator(".history tbody tr").first().waitFor();
        assertThat(console.overflow()).isZero();
    }

    @Test
    void theConsoleSpeaksRussianToItsKeysToo() throws IOException {
        PublicationId id = cases.waiting("Ночь в городе", "Сколько огней.");
        Console console = moderator(Browser.Screen.DESK.dark().in("ru-RU")).awaitCards(1);
        Page page = console.page();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
        assertThat(page.locator(".tabs [aria-current]").textContent()).isEqualTo("Все 1");
        console.picture("queue-dark-ru").press("j", "Enter").awaitCase("Ночь в городе");
        // What the key beside "T" sends where the keyboard is Russian.
        page.evaluate("""
                () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'к', code: 'KeyR', bubbles: true }))""");
        page.locator("#rule").selectOption("misleading");
        assertThat(page.locator("#message").inputValue()).startsWith("Название, картинка или описание обещает");
        page.locator("[name=strike]").check();
        console.picture("case-dark-ru").press("Control+Enter");

        console.awaitText(page.locator(".told"), "Отклонено: Ночь в городе");
        assertThat(cases.strikes(id)).isEqualTo(1);
    }

    @Test
    void thePageIsForNobodysIndexAndNobodysCache() {
        Page page = browser.open(Browser.Screen.DESK);
        var answer = page.navigate(origin + "/moderation");

        assertThat(answer.headerValue("cache-control")).contains("no-store");
        assertThat(answer.headerValue("x-robots-tag")).isEqualTo("noindex");
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void addressesAreWrittenWithTheirChecksum() {
        Page page = browser.open(Browser.Screen.DESK);
        page.navigate(origin + "/moderation");
        for (int i = 1; i <= 40; i++) {
            String address = "0x" + "%08x".formatted(0x9E3779B9 * i).repeat(5);
            assertThat(page.evaluate(
                            "address => import('/assets/moderation/wallet.js').then((wallet) => wallet.checksum(address))",
                            address))
                    .isEqualTo(Keys.toChecksumAddress(address));
        }
    }

    private Console moderator(Browser.Screen screen) {
        Page page = browser.open(screen);
        new PageWallet(SignIn.THIRD).atWindow(page);
        return new Console(page, origin).open().signIn();
    }
}
