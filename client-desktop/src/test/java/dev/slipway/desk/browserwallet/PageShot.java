package dev.slipway.desk.browserwallet;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the page, for a person to look at: {@code target/screens}. */
final class PageShot {
    private PageShot() {}

    /** The whole page, also what has to be scrolled to. */
    static void save(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "browser-wallet-" + name + ".png")));
    }

    /** By how many pixels the page is wider than its window. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue();
    }
}
