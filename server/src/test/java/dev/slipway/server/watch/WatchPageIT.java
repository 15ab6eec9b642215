package dev.slipway.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.testing.Browser;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The watch page in Chromium: what a viewer sees, reads from the pixels that are drawn. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchPageIT {
    private static final double SECONDS = 24;

    /** The pixels of the moment, drawn small so that noise does not count: red, green, blue, opacity. */
    private static final String PIXELS = """
            () => {
              const canvas = document.createElement('canvas');
              canvas.width = 32; canvas.height = 18;
              const context = canvas.getContext('2d');
              context.drawImage(document.querySelector('video'), 0, 0, 32, 18);
              return [...context.getImageData(0, 0, 32, 18).data];
            }""";

    private final ApplicationContext server;
    private final String origin;
    private final Browser browser = Browser.start();

    @Autowired
    WatchPageIT(ApplicationContext server, @LocalServerPort int port) {
        this.server = server;
        this.origin = "http://127.0.0.1:" + port;
    }

    @BeforeAll
    void warmUp() throws IOException {
        publish("Warm up");
    }

    @AfterEach
    void theConsoleStaysSilent() {
        assertThat(browser.takeComplaints()).isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void theVideoPlaysAndThePictureMoves() throws IOException {
        Page page = watch(Browser.Screen.DESK);
        play(page);
        awaitTime(page, 0.5);
        List<?> before = (List<?>) page.evaluate(PIXELS);
        awaitTime(page, 3);
        List<?> after = (List<?>) page.evaluate(PIXELS);
        assertThat(brightness(before)).as("a picture, not a black square").isGreaterThan(10);
        assertThat(difference(before, after)).as("the picture moved").isGreaterThan(1);
        assertThat((Boolean) page.evaluate("() => document.querySelector('video').webkitAudioDecodedByteCount > 0"))
                .as("sound is decoded")
                .isTrue();
    }

    @Test
    void theChosenQualityIsWhatIsDecoded() throws IOException {
        Page page = watch(Browser.Screen.DESK);
        play(page);
        chooseQuality(page, "240p");
        awaitHeight(page, 240);
        chooseQuality(page, "480p");
        awaitHeight(page, 480);
        double there = time(page);
        awaitTime(page, there + 1);
        press(page, "[data-menu=quality]");
        assertThat(page.locator("#quality-menu button").allTextContents()).containsExactly("Auto", "480p", "240p");
    }

    @Test
    void aJumpToTheLastTenthPlaysOnWithoutAGap() throws IOException {
        Page page = watch(Browser.Screen.DESK);
        play(page);
        awaitTime(page, 0.5);
        page.mouse().move(400, 300);
        BoundingBox bar = page.locator(".player-scrub").boundingBox();
        page.mouse().click(bar.x + bar.width * 0.9, bar.y + bar.height / 2);
        page.waitForFunction("() => document.querySelector('video').currentTime > " + SECONDS * 0.92);
        Object ranges = page.evaluate("""
                () => {
                  const video = document.querySelector('video');
                  return [...Array(video.buffered.length).keys()].filter((i) =>
                    video.buffered.start(i) <= video.currentTime && video.buffered.end(i) >= video.duration - 0.2).length;
                }""");
        assertThat(ranges).as("one buffered range from here to the end").isEqualTo(1);
        awaitTime(page, SECONDS * 0.96);
    }

    @Test
    void theKeyboardDoesWhatTheButtonsDo() throws IOException {
        Page page = watch(Browser.Screen.DESK);
        page.keyboard().press("Space");
        awaitTime(page, 0.5);
        page.keyboard().press("m");
        page.waitForFunction("() => document.querySelector('video').muted");
        page.keyboard().press("ArrowRight");
        awaitTime(page, 5);
        page.keyboard().press("f");
        page.waitForFunction("() => document.fullscreenElement !== null");
        page.keyboard().press("k");
        page.waitForFunction("() => document.querySelector('video').paused");
    }

    @Test
    void pointingAtTheBarShowsTheFrameOfThatMoment() throws IOException {
        Page page = watch(Browser.Screen.DESK);
        play(page);
        awaitTime(page, 0.2);
        BoundingBox bar = page.locator(".player-scrub").boundingBox();
        page.mouse().move(bar.x + bar.width * 0.5, bar.y + bar.height / 2);
        page.locator(".player-thumbnail").waitFor();
        assertThat(page.locator(".player-frame-time").textContent()).isIn("0:11", "0:12");
        assertThat((String) page.evaluate("() => document.querySelector('.player-frame').style.backgroundPosition"))
                .as("the third or fourth of six frames, by time")
                .isIn("-320px 0px", "0px -90px");
    }

    @Test
    void subtitlesAreShownWhenChosen() throws IOException {
        Page page = watch(Browser.Screen.DESK);
        play(page);
        press(page, "[data-menu=subtitles]");
        page.locator("#subtitles-menu button", new Page.LocatorOptions().setHasText("English"))
                .click();
        page.waitForFunction("""
                () => [...document.querySelector('video').textTracks].some((track) => track.mode === 'showing'
                  && track.activeCues?.length > 0 && track.activeCues[0].text === 'Here it is said.')""");
    }

    @Test
    void aTitleWithMarkupIsATitle() throws IOException {
        String title = "<img src=x onerror=alert(1)> & \u05E9\u05DC\u05D5\u05DD";
        PublicationId id = publish(title);
        Page page = browser.open(Browser.Screen.PHONE);
        page.navigate(origin + "/watch/" + id);
        assertThat(page.locator("h1").textContent()).isEqualTo(title);
        page.navigate(origin + "/");
        assertThat(page.locator(".card-title").allTextContents()).contains(title);
    }

    @Test
    void nothingIsWiderThanASmallPhone() throws IOException {
        for (String language : List.of("en", "ru")) {
            Page page = watch(Browser.Screen.PHONE.in(language));
            assertThat(overflow(page)).as("/watch in " + language).isZero();
            page.navigate(origin + "/");
            assertThat(overflow(page)).as("/ in " + language).isZero();
        }
    }

    @Test
    void theAuthorStandsUnderTheTitleWithALinkAndAPicture() throws IOException {
        Page page = browser.open(Browser.Screen.PHONE);
        page.navigate(origin + "/watch/" + publishBy("Анна " + "Ш".repeat(55)));
        page.waitForFunction("() => document.querySelector('.avatar')?.naturalWidth === 256");
        assertThat(page.locator(".byline a").getAttribute("rel")).isEqualTo("nofollow noopener ugc");
        assertThat(page.locator(".about p").textContent()).startsWith("I build ships\nin bottles");
        assertThat(overflow(page)).as("/watch").isZero();
        page.navigate(origin + "/");
        assertThat(page.locator(".card .author").allTextContents()).anyMatch(name -> name.startsWith("Анна"));
        assertThat(overflow(page)).as("/").isZero();
    }

    @Test
    void pagesSpeakTheReadersLanguage() throws IOException {
        Page page = watch(Browser.Screen.DESK.in("ru-RU"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
        assertThat(page.locator(".checks li").first().textContent()).contains("9 файлов: в точности те байты");
    }

    @Test
    void theShelfPlaysThePreviewUnderThePointer() throws IOException {
        publish("On the shelf");
        Page page = browser.open(Browser.Screen.DESK);
        page.navigate(origin + "/");
        page.locator(".card").first().hover();
        page.waitForFunction("() => document.querySelector('.card video')?.currentTime > 0.3");
    }

    @Test
    void theApisPageWorksUnderItsPolicy() {
        Page page = browser.open(Browser.Screen.DESK);
        page.navigate(origin + "/swagger-ui/index.html");
        page.getByText("/media/{id}/{name}").first().waitFor();
        page.getByText("/api/operator", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByText("Try it out").first().click();
        page.getByText("Execute").first().click();
        page.locator(".live-responses-table").first().waitFor();
    }

    private PublicationId publish(String title) throws IOException {
        PublicationForm form = new PublicationForm(title, "A fractal.", List.of("fractal"));
        return new PublishedFilms(server).publish(Film.made(), form, Instant.parse("2026-11-20T10:00:00Z"));
    }

    private PublicationId publishBy(String name) throws IOException {
        String url = "https://example.com/" + "anna".repeat(45);
        Profile author = new Profile(name, url, "I build ships\nin bottles" + "!".repeat(400), false, null);
        PublicationForm form = new PublicationForm("A ship in a bottle", "How it gets in.", List.of("ships"));
        return new PublishedFilms(server).publishBy(author, Film.made(), form, Instant.parse("2026-11-20T10:00:00Z"));
    }

    private Page watch(Browser.Screen screen) throws IOException {
        Page page = browser.open(screen);
        page.navigate(origin + "/watch/" + publish("A slow fall into a fractal"));
        return page;
    }

    private static void play(Page page) {
        page.locator(".player-start").click();
    }

    private static void chooseQuality(Page page, String label) {
        press(page, "[data-menu=quality]");
        page.locator("#quality-menu button", new Page.LocatorOptions().setHasText(label))
                .click();
    }

    /** Presses a control as a hand does: the pointer goes there first, which brings back controls that have faded. */
    private static void press(Page page, String control) {
        page.locator(control).waitFor();
        BoundingBox box = page.locator(control).boundingBox();
        page.mouse().move(box.x + box.width / 4, box.y + box.height / 4);
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static double time(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('video').currentTime")).doubleValue();
    }

    private static void awaitTime(Page page, double seconds) {
        page.waitForFunction("() => document.querySelector('video').currentTime >= " + seconds);
    }

    private static void awaitHeight(Page page, int lines) {
        page.waitForFunction("() => document.querySelector('video').videoHeight === " + lines);
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue();
    }

    private static double brightness(List<?> pixels) {
        return pixels.stream()
                        .mapToInt(value -> ((Number) value).intValue())
                        .average()
                        .orElseThrow()
                - 255.0 / 4;
    }

    private static double difference(List<?> one, List<?> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += Math.abs(((Number) one.get(i)).doubleValue() - ((Number) other.get(i)).doubleValue());
        }
        return sum / one.size();
    }
}
