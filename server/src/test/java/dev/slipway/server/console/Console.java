package dev.slipway.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;

/** The console as a moderator uses it. */
final class Console {
    /** The machine may be busy with other tests. */
    private static final double PATIENCE_MS = 30_000;

    private final Page page;
    private final String origin;

    Console(Page page, String origin) {
        this.page = page;
        this.origin = origin;
    }

    Page page() {
        return page;
    }

    Console open() {
        page.navigate(origin + "/moderation");
        return this;
    }

    /** With the only wallet that there is. */
    Console signIn() {
        page.locator(".wallets .button").click();
        return this;
    }

    Console go(String hash) {
        page.evaluate("hash => { location.hash = hash; }", hash);
        return this;
    }

    Console awaitCards(int count) {
        assertThat(cards()).hasCount(count, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
        return this;
    }

    Locator cards() {
        return page.locator(".case-card");
    }

    /** A case is open, and it is ours. */
    Console awaitCase(String title) {
        awaitText(page.locator(".case h1"), title);
        page.locator(".claim-line >> text=/Yours until|Ваше до/").waitFor();
        return this;
    }

    Console press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Console awaitText(Locator place, String text) {
        assertThat(place).hasText(text, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        return this;
    }

    int overflow() {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue();
    }

    /** For people to look at; below target. */
    Console picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(true));
        return this;
    }
}
