package dev.slipway.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.Mode;
import dev.slipway.server.configuration.Role;
import dev.slipway.server.configuration.ServerSettings;
import dev.slipway.server.configuration.WebOrigin;
import dev.slipway.server.serving.MediaLinks;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "slipway.cors-origins=https://player.example,https://console.example:8443")
class BrowserRulesTest {
    private static final String LISTED = "https://player.example";
    private static final String ELSEWHERE = "https://elsewhere.example";

    private final ApplicationContext server;
    private final ApiClient api;
    private final int port;

    @Autowired
    BrowserRulesTest(ApplicationContext server, @LocalServerPort int port) {
        this.server = server;
        this.api = new ApiClient(port);
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/watch/nothing",
                "/assets/site.css",
                "/api/publications",
                "/api/account",
                "/media/x/y/z",
                "/health",
                "/nowhere"
            })
    void everyAnswerHasThem(String path) throws Exception {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
                .contains("camera=()", "microphone=()", "usb=()");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src '", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains(path.startsWith("/media/") ? "cross-origin" : "same-origin");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .as("nobody said that it is https")
                .isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void anAnswerForProgramsLoadsNothing() throws Exception {
        assertThat(api.get("/api/publications").headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION, https://video.example, max-age=31536000",
        "PRODUCTION, http://video.example,",
        "DEVELOPMENT, https://video.example,",
        "DEVELOPMENT,,"
    })
    void browsersAreHeldToHttpsWhereTheSiteIs(Mode mode, @Nullable URI url, @Nullable String promise)
            throws ServletException, IOException {
        ServerSettings settings = new ServerSettings(mode, Path.of("data"), url, Set.of(Role.API));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(settings).doFilter(new MockHttpServletRequest("GET", "/"), response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo(promise);
    }

    @Test
    void mediaPlayOnPagesOfOtherSites() throws Exception {
        PublicationId film = new PublishedFilms(server)
                .publish(
                        Film.made(),
                        new PublicationForm("A film", "", List.of()),
                        Instant.parse("2026-11-20T10:00:00Z"));
        for (String address : List.of(
                "/media/" + film + "/master.m3u8",
                server.getBean(MediaLinks.class).file(film, "audio-opus.mp4"))) {
            HttpResponse<String> answer = api.send(api.request(address)
                    .header("Origin", ELSEWHERE)
                    .header("Range", "bytes=0-9")
                    .build());
            assertThat(answer.statusCode()).isIn(200, 206);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(answer.headers()
                            .firstValue("Access-Control-Expose-Headers")
                            .orElse(""))
                    .contains("Content-Range");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();

            HttpResponse<String> asked = preflight(address, ELSEWHERE, "GET", "range");
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("GET, HEAD");
            assertThat(asked.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse(""))
                    .contains("Range");
        }
    }

    @Test
    void aListedPageMayUseTheApiWithATokenOfItsOwn() throws Exception {
        HttpResponse<String> asked = preflight("/api/auth/nonce", LISTED, "POST", "authorization,content-type");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains(LISTED);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
        assertThat(asked.headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse("")
                        .toLowerCase(Locale.ROOT))
                .contains("authorization");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        HttpResponse<String> answer = post("/api/auth/nonce", LISTED);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(LISTED);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Retry-After");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "http://player.example",
                "https://player.example:444",
                "https://player.example.elsewhere.example",
                "https://elsewhere.example/https://player.example",
                "null",
                "nonsense",
                "https://console.example"
            })
    void anotherPageMayNotAndIsToldNothing(String origin) throws Exception {
        HttpResponse<String> asked = preflight("/api/auth/nonce", origin, "POST", "content-type");
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

        HttpResponse<String> sent = post("/api/auth/nonce", origin);
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

        HttpResponse<String> read = api.send(
                api.request("/api/publications").header("Origin", origin).build());
        assertThat(read.statusCode()).as("the browser keeps it from the page").isEqualTo(200);
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    /** With the address's own port and host, and without any where the desk asks. */
    @Test
    void ourOwnPagesAndProgramsAreNoOtherSite() throws Exception {
        assertThat(post("/api/auth/nonce", "http://127.0.0.1:" + port).statusCode())
                .isEqualTo(200);
        assertThat(api.sendJson("POST", "/api/auth/nonce", "").statusCode()).isEqualTo(200);
        HttpRequest samePage = api.request("/api/auth/nonce")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(api.send(samePage).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://player.example, https://player.example",
        "HTTPS://Player.Example:443/, https://player.example",
        "http://player.example:80, http://player.example",
        "https://player.example:8443, https://player.example:8443",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void anOriginIsWrittenAsBrowsersDo(String text, String origin) {
        assertThat(WebOrigin.of(text).text()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "player.example",
                "https://",
                "https://*.example",
                "ftp://a.example",
                "https://a.example/b",
                "https://a.example?b",
                "https://u@a.example",
                "https://a.example#b"
            })
    void whatIsNoOriginIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebOrigin.of(text));
    }

    private HttpResponse<String> preflight(String path, String origin, String method, String headers)
            throws IOException, InterruptedException {
        return api.send(api.request(path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> post(String path, String origin) throws IOException, InterruptedException {
        return api.send(api.request(path)
                .header("Origin", origin)
                .POST(BodyPublishers.noBody())
                .build());
    }
}
