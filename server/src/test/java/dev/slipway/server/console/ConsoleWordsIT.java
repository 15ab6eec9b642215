package dev.slipway.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.slipway.server.testing.Browser;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The console's list of words and its history. */
class ConsoleWordsIT extends InTheConsole {
    @Autowired
    ConsoleWordsIT(ApplicationContext server, @LocalServerPort int port) {
        super(server, port);
    }

    @Test
    void aWordIsAddedTriedChangedAndDeleted() {
        Console console = words("#/words");
        Page page = console.page();
        page.locator("#word").fill("Flotsam*");
        page.locator("#word-language").selectOption("en");
        page.locator("#word-category").fill("spam");
        page.locator("#word-severity").selectOption("review");
        page.locator(".word-form [type=submit]").click();
        console.awaitText(page.locator(".told"), "Put on the list: Flotsam*");

        page.locator("#try").fill("All the flotsams of <b>the sea</b>");
        page.locator("#try").press("Control+Enter");
        console.awaitText(page.locator(".tried mark"), "flotsams");
        assertThat(page.locator(".tried-text").textContent()).isEqualTo("All the flotsams of <b>the sea</b>");
        console.picture("words-light");

        page.locator("#word-search").fill("flotsam");
        console.awaitText(page.locator(".words tbody td.review"), "a person looks");
        page.locator(".words tbody >> text=Change").click();
        page.locator("#word-severity").selectOption("refuse");
        page.locator(".word-form [type=submit]").click();
        console.awaitText(page.locator(".words tbody td.refuse"), "refused at once");

        page.locator(".words tbody >> text=Delete").click();
        page.locator("text=Yes, delete").click();
        console.awaitText(page.locator(".words .table"), "Nothing on the list matches");
    }

    @Test
    void anExceptionIsAddedAndTakenBack() {
        Console console = words("#/words/exceptions");
        Page page = console.page();
        page.locator("#word").fill("jetsam casino");
        page.locator("#word-language").selectOption("en");
        page.locator(".word-form [type=submit]").click();
        console.awaitText(page.locator(".told"), "Put on the list: jetsam casino");
        page.locator("#try").fill("The jetsam casino");
        page.locator("#try").press("Control+Enter");
        console.awaitText(page.locator(".tried p").first(), "Nothing of the list is in it.");

        page.locator("#word-search").fill("jetsam");
        page.locator(".words tbody >> text=Delete").click();
        page.locator("text=Yes, delete").click();
        console.awaitText(page.locator(".told"), "Taken from the list: jetsam casino");
    }

    @Test
    void whatCanBeNoWordIsSaidBesideTheField() {
        Page page = words("#/words").page();
        page.locator("#word").fill("ab*");
        page.locator("#word-language").selectOption("en");
        page.locator(".word-form [type=submit]").click();

        page.locator("#word-wrong:has-text('letters stand before')").waitFor();
        assertThat(page.locator("#word").inputValue()).isEqualTo("ab*");
    }

    @Test
    void theHistoryTellsWhatWasDecidedWithoutNamingTheVideo() throws IOException {
        var id = cases.waiting("A title that is nobody's business", "A fractal.");
        long number = cases.caseOf(id);
        Console console = words("#/open/all").awaitCards(1);
        console.press("j", "Enter")
                .awaitCase("A title that is nobody's business")
                .press("p");
        console.page().locator(".queue .notice").waitFor();

        console.go("#/history");

        var row = console.page().locator(".history tbody tr", new Page.LocatorOptions().setHasText("Case " + number));
        row.first().waitFor();
        assertThat(row.allTextContents())
                .anySatisfy(
                        text -> assertThat(text).contains("Published").contains("Waits for moderation → Published"));
        assertThat(console.picture("history-light").page().locator(".history").textContent())
                .doesNotContain("nobody's business");
    }

    private Console words(String hash) {
        Page page = browser.open(Browser.Screen.DESK);
        new PageWallet(SignIn.THIRD).atWindow(page);
        Console console = new Console(page, origin).open().signIn();
        page.locator(".queue").waitFor();
        return console.go(hash);
    }
}
