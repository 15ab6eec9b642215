package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.slipway.desk.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * From a file on the desk to a page where it plays: real FFmpeg, a real chain node, a real PostgreSQL, real tus and a
 * real browser, each the program that is shipped.
 */
class StoryIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String STREET = "../shared/media/street-768x432-h264-aac-30s.mp4";

    @Test
    void aCreatorPublishesTheStreetClipAndAViewerSeesItMove(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path street = Checkout.root().resolve(STREET);
        require(Files.isReadable(street), "the clip " + STREET);
        require(Files.isExecutable(CHROMIUM), "Chromium at " + CHROMIUM);
        try (Shipyard shipyard = Shipyard.open(folder)) {
            JsonNode published = publish(shipyard, street);

            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE);
            assertThat(transaction(shipyard, published))
                    .contains(published.get("reference").asString());
            assertThat(shipyard.get("/stats").toString()).contains("published");
            watch(published.get("watchUrl").asString());

            JsonNode again = publish(shipyard, street);
            assertThat(again.get("publicationId")).isEqualTo(published.get("publicationId"));
            assertThat(shipyard.paid()).as("paid once").isEqualTo(Shipyard.PRICE);
        }
    }

    private static JsonNode publish(Shipyard shipyard, Path street) throws IOException, InterruptedException {
        try (Launched desk = shipyard.publish(shipyard.folder().resolve("home"), street)) {
            assertThat(desk.exit(Shipyard.PUBLISH)).as(desk.told()).isZero();
            return desk.awaitEvent("published", Shipyard.PUBLISH);
        }
    }

    /** The reference stands in the transaction on chain, as its data. */
    private static String transaction(Shipyard shipyard, JsonNode published) throws IOException, InterruptedException {
        return shipyard.chain()
                .call(
                        "eth_getTransactionByHash",
                        "[\"" + published.get("transactionHash").asString() + "\"]");
    }

    private static void watch(String url) {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                com.microsoft.playwright.Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--autoplay-policy=no-user-gesture-required")))) {
            Page page = chromium.newPage();
            page.navigate(url);
            page.waitForFunction("() => document.querySelector('video')?.readyState >= 2");
            String first = picture(page);
            // Not awaited: a player at work may pause under the press, which is no failure while it goes on after it.
            page.evaluate(
                    "() => { const v = document.querySelector('video'); v.muted = true; v.play().catch(() => v.play()); }");
            page.waitForFunction("() => document.querySelector('video').currentTime > 2");
            assertThat(picture(page)).as("the picture moved").isNotEqualTo(first);

            page.evaluate("() => { const v = document.querySelector('video'); v.currentTime = v.duration * 0.9; }");
            page.waitForFunction(
                    "() => { const v = document.querySelector('video'); return v.currentTime > v.duration * 0.9 + 0.5; }");
        }
    }

    /** The picture on the screen, as text: what a canvas draws from the video. */
    private static String picture(Page page) {
        return (String) page.evaluate("""
                () => {
                  const video = document.querySelector('video');
                  const canvas = document.createElement('canvas');
                  canvas.width = 64;
                  canvas.height = 36;
                  const context = canvas.getContext('2d');
                  context.drawImage(video, 0, 0, 64, 36);
                  return Array.from(context.getImageData(0, 0, 64, 36).data).join();
                }""");
    }

    private static void require(boolean present, String what) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as(what).isTrue();
        }
        Assumptions.assumeTrue(present, () -> "skipped: there is no " + what);
    }
}
