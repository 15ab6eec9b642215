package dev.slipway.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Debian's Chromium without a window. Notes everything that a developer's console would complain about, violations of
 * the content security policy included. To be used by one thread.
 */
public final class Browser implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(ARGUMENTS));
    }

    /** Skips the test where there is no Chromium, and fails it instead when {@code CI=true}. */
    public static Browser start() {
        boolean present = Files.isExecutable(EXECUTABLE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("Chromium at %s", EXECUTABLE).isTrue();
        }
        assumeTrue(present, () -> "skipped: there is no Chromium at " + EXECUTABLE);
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** What a reader's screen and wishes are. */
    public record Screen(int width, int height, ColorScheme scheme, String language) {
        public static final Screen DESK = new Screen(1280, 900, ColorScheme.LIGHT, "en");
        public static final Screen PHONE = new Screen(360, 740, ColorScheme.LIGHT, "en");

        public Screen dark() {
            return new Screen(width, height, ColorScheme.DARK, language);
        }

        public Screen in(String other) {
            return new Screen(width, height, scheme, other);
        }
    }

    /** A fresh, empty page with no history and no cache of its own. */
    public Page open(Screen screen) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setLocale(screen.language()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        return page;
    }

    /** What the console said since the last call, in order. Ends the pages that were open. */
    public List<String> takeComplaints() {
        chromium.contexts().forEach(BrowserContext::close);
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
