package dev.slipway.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.testing.Browser;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the link on a watch page to the moderators' queue. */
class ReportPageIT extends InTheConsole {
    @Autowired
    ReportPageIT(ApplicationContext server, @LocalServerPort int port) {
        super(server, port);
    }

    @Test
    void aReportFromTheWatchPageComesBeforeAModeratorWhoTakesTheVideoDown() throws IOException {
        PublicationId id = cases.published("Reported <b>ship</b>");
        Page page = browser.open(Browser.Screen.DESK);
        page.navigate(origin + "/watch/" + id);
        page.locator("a.quiet").click();
        assertThat(page.locator(".write-about").textContent()).isEqualTo("Reported <b>ship</b>");
        page.locator("#category").selectOption("violence");
        page.locator("#text").fill("At 0:12 <i>somebody</i> is hurt.");
        page.locator("[data-kind=reports] [type=submit]").click();
        page.locator(".thanks h2:focus").waitFor();

        Page desk = browser.open(Browser.Screen.DESK);
        new PageWallet(SignIn.THIRD).atWindow(desk);
        Console console = new Console(desk, origin).open().signIn().awaitCards(1);
        assertThat(console.cards().textContent()).contains("Reports").contains("1 complaint");
        console.press("j", "Enter").awaitCase("Reported <b>ship</b>");
        assertThat(desk.locator(".case-facts").textContent())
                .contains("Violence")
                .contains("At 0:12 <i>somebody</i> is hurt.")
                .contains("No name given");
        console.press("t");
        desk.locator("#rule").selectOption("violence");
        desk.locator("[name=strike]").check();
        console.press("Control+Enter");
        console.awaitText(desk.locator(".told"), "Taken down: Reported <b>ship</b>");

        assertThat(cases.content(id)).isEqualTo("taken-down");
        assertThat(cases.strikes(id)).isEqualTo(1);
        page.navigate(origin + "/watch/" + id);
        assertThat(page.locator("h1").textContent()).isEqualTo("There is nothing at this address");
    }

    @Test
    void aNoticeNeedsAllThatTheLawAsksForAndSaysSoBesideTheField() throws IOException {
        PublicationId id = cases.published("Whose film is it");
        Page page = browser.open(Browser.Screen.PHONE.in("ru"));
        page.navigate(origin + "/watch/" + id + "/report#notice");
        page.locator("#name").fill("Анна");
        page.locator("[data-kind=notices] [type=submit]").click();
        assertThat(page.locator("#notice-contact-wrong").textContent())
                .isEqualTo("Напишите адрес, по которому вам можно ответить.");
        assertThat(page.locator("#name-wrong").textContent()).isEmpty();
        assertThat(page.locator("#notice-contact:focus").count()).isOne();

        page.locator("#notice-contact").fill("anna@example.com");
        page.locator("#work").fill("Мой фильм, 2019 год.");
        page.locator("#statement").fill("Весь фильм целиком.");
        page.locator("[name=goodFaith]").check();
        page.locator("[name=accurate]").check();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
        new Console(page, origin).picture("notice-phone-ru");
        page.locator("[data-kind=notices] [type=submit]").click();
        page.locator(".thanks h2:focus").waitFor();

        assertThat(cases.caseOf(id)).isPositive();
    }

    @Test
    void whatTheServerDoesNotTakeStaysInTheForm() throws IOException {
        PublicationId id = cases.published("Gone while I write");
        Page page = browser.open(Browser.Screen.PHONE);
        page.navigate(origin + "/watch/" + id + "/report");
        page.locator("[data-kind=reports] [type=submit]").click();
        assertThat(page.locator("#category-wrong").textContent()).isEqualTo("Choose what is wrong.");
        page.locator("#category").selectOption("spam");
        page.locator("#text").fill("hidden\u202Echaracters");
        page.locator("[data-kind=reports] [type=submit]").click();
        page.locator("#text-wrong:has-text('nobody can see')").waitFor();
        new Console(page, origin).picture("report-phone");

        cases.moveOn(id);
        page.locator("#text").fill("What I saw.");
        page.locator("[data-kind=reports] [type=submit]").click();
        page.locator(".write-problem:has-text('not shown any more')").first().waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("What I saw.");
    }

    @Test
    void whatNobodyCanSeeCannotBeReported() throws IOException {
        PublicationId id = cases.waiting("Not shown yet", "A fractal.");
        Page page = browser.open(Browser.Screen.DESK);

        assertThat(page.navigate(origin + "/watch/" + id + "/report").status()).isEqualTo(404);
        assertThat(page.navigate(origin + "/watch/nonsense/report").status()).isEqualTo(404);
    }
}
