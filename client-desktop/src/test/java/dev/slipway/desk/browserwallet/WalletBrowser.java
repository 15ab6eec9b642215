package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Debian's Chromium without a window, with a wallet in it or without. Notes what its console complains about. */
final class WalletBrowser implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private WalletBrowser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the test where there is no Chromium, and fails it instead when {@code CI=true}. */
    static WalletBrowser start() {
        boolean present = Files.isExecutable(EXECUTABLE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("Chromium at %s", EXECUTABLE).isTrue();
        }
        assumeTrue(present, () -> "skipped: there is no Chromium at " + EXECUTABLE);
        return new WalletBrowser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A browser's profile of its own. */
    BrowserContext profile(int width, ColorScheme scheme, @Nullable TestWallet wallet) {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 820)
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            // What the desk turns away is told to the person by the page; the browser's own note of it is no fault.
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().contains("the server responded with a status of 4")
                    && !message.text().contains("ERR_CONNECTION")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        if (wallet != null) {
            context.exposeFunction("slipwayTestWallet", words -> wallet.answer((String) words[0]));
            context.addInitScript(provider());
        }
        return context;
    }

    Page open(@Nullable TestWallet wallet, BrowserWallet session) {
        Page page = profile(1280, ColorScheme.LIGHT, wallet).newPage();
        page.navigate(session.newLink().toString());
        return page;
    }

    /** What the console said since the last call. Ends the profiles that were open. */
    List<String> takeComplaints() {
        chromium.contexts().forEach(BrowserContext::close);
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    static String provider() {
        try (InputStream file = WalletBrowser.class.getResourceAsStream("provider.js")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
