package dev.slipway.desk.browserwallet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything but our own page in its one tab is turned away, and never reaches what stands behind the page. */
class LoopbackPageTest {
    private static final Pattern NONCE = Pattern.compile("script-src 'nonce-([A-Za-z0-9+/=]+)'");
    private static final String TAB = "0f".repeat(32);
    private static final String OTHER_TAB = "1e".repeat(32);

    private final AtomicInteger answered = new AtomicInteger();
    private final LoopbackPage page;
    private URI link;

    record Words(String text) {}

    LoopbackPageTest() throws IOException {
        page = LoopbackPage.open(
                "en",
                Map.of("title", "A <b>page</b> & more", "trap", "</script><script>alert(1)</script>"),
                List.of(
                        Route.entering("/session", Words.class, this::answer),
                        Route.of("/say", Words.class, this::answer)),
                new SecureRandom());
        link = page.newLink();
    }

    private Object answer(Words words) {
        answered.incrementAndGet();
        return Map.of("heard", words.text());
    }

    @BeforeEach
    void theTabTakesItsLink() throws IOException {
        assertThat(enter(TAB).status()).isEqualTo(200);
        answered.set(0);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void theTabThatTookTheLinkIsAnswered() throws IOException {
        assertThat(say().send()).startsWith("HTTP/1.1 200").endsWith("{\"heard\":\"hello\"}");
        assertThat(enter(TAB).status()).as("a reload of the tab").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", ""})
    void anotherHostIsTurnedAway(String host) throws IOException {
        assertThat(say().replacing("Host", host).status()).isIn(421, 400);
        assertThat(RawRequest.get(link, "/").replacing("Host", host).status()).isIn(421, 400);
        assertThat(answered).hasValue(0);
    }

    @Test
    void aRequestWithoutOrWithTwoHostsOrWithAWholeAddressIsTurnedAway() throws IOException {
        assertThat(say().without("Host").status()).isIn(421, 400);
        assertThat(say().with("Host: evil.example").status()).isIn(421, 400);
        assertThat(say().line("POST http://" + link.getAuthority() + "/say HTTP/1.1")
                        .status())
                .isEqualTo(421);
        assertThat(say().line("POST http:/say HTTP/1.1").status()).isEqualTo(421);
        assertThat(answered).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "https://evil.example", "http://localhost", "http://127.0.0.1", "http://127.0.0.1:1"})
    void anotherOriginIsTurnedAway(String origin) throws IOException {
        assertThat(say().replacing("Origin", origin).status()).isEqualTo(403);
        assertThat(say().replacing("Origin", "https://" + link.getAuthority()).status())
                .isEqualTo(403);
        assertThat(say().without("Origin").status()).isEqualTo(403);
        assertThat(say().with("Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(answered).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherPageCannotEvenLoadOurFiles(String site) throws IOException {
        for (String path : List.of("/", "/page.js", "/page.css")) {
            assertThat(RawRequest.get(link, path)
                            .with("Sec-Fetch-Site: " + site)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(RawRequest.get(link, "/").with("Sec-Fetch-Site: none").status())
                .isEqualTo(200);
    }

    @Test
    void withoutTheLinksSecretNothingIsAnswered() throws IOException {
        assertThat(say().without("X-Slipway-Token").status()).isEqualTo(403);
        assertThat(say().replacing("X-Slipway-Token", "A".repeat(43)).status()).isEqualTo(403);
        assertThat(say().replacing("X-Slipway-Token", token().substring(1)).status())
                .isEqualTo(403);
        assertThat(say().with("X-Slipway-Token: " + token()).status())
                .as("given twice")
                .isEqualTo(403);
        assertThat(answered).hasValue(0);
    }

    @Test
    void aSecondTabIsRefusedAndLearnsWhy() throws IOException {
        assertThat(enter(OTHER_TAB).send()).startsWith("HTTP/1.1 409").endsWith("{\"code\":\"taken\"}");
        assertThat(say().replacing("X-Slipway-Tab", OTHER_TAB).status()).isEqualTo(409);
        assertThat(say().replacing("X-Slipway-Tab", "short").status()).isEqualTo(400);
        assertThat(say().without("X-Slipway-Tab").status()).isEqualTo(400);
        assertThat(answered).hasValue(0);
        assertThat(say().status()).as("the first tab goes on").isEqualTo(200);
    }

    @Test
    void nobodySpeaksBeforeATabHasTakenTheLink() throws IOException {
        link = page.newLink();
        assertThat(say().status()).isEqualTo(409);
        assertThat(answered).hasValue(0);
    }

    @Test
    void aNewLinkCutsTheOldTabOff() throws IOException {
        RawRequest old = say();
        link = page.newLink();
        assertThat(old.status()).isEqualTo(403);
        assertThat(enter(OTHER_TAB).status()).isEqualTo(200);
        assertThat(enter(TAB).status()).isEqualTo(409);
    }

    @Test
    void linksAreNeverTheSameAndHold256Bits() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String secret = page.newLink().getFragment();
            assertThat(secret).matches("[A-Za-z0-9_-]{43}");
            assertThat(seen.add(secret)).isTrue();
        }
    }

    @Test
    void theSecretStandsInTheFragmentAloneWhichNoBrowserSends() throws IOException {
        assertThat(link.getRawPath()).isEqualTo("/");
        assertThat(link.getRawQuery()).isNull();
        for (String path : List.of("/", "/page.js", "/page.css")) {
            assertThat(RawRequest.get(link, path).send()).doesNotContain(token());
        }
        assertThat(RawRequest.get(link, "/?token=" + token()).status())
                .as("nothing works with a query")
                .isEqualTo(404);
    }

    @Test
    void noOtherSiteIsEverGivenPermission() throws IOException {
        RawRequest preflight = say().line("OPTIONS /say HTTP/1.1")
                .replacing("Origin", "https://evil.example")
                .with("Access-Control-Request-Method: POST")
                .with("Access-Control-Request-Headers: x-slipway-token")
                .with("Access-Control-Request-Private-Network: true");
        assertThat(preflight.status()).isEqualTo(405);
        assertThat(preflight.head()).noneMatch(header -> header.startsWith("access-control-"));
        assertThat(say().head()).noneMatch(header -> header.startsWith("access-control-"));
        assertThat(RawRequest.get(link, "/").line("OPTIONS * HTTP/1.1").status())
                .isIn(400, 404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "post"})
    void onlyPostIsUnderstoodWhereThePageSpeaks(String method) throws IOException {
        assertThat(say().line(method + " /say HTTP/1.1").head())
                .anyMatch(header -> header.startsWith("HTTP/1.1 405"))
                .contains("allow: POST");
        assertThat(answered).hasValue(0);
    }

    @Test
    void filesAreOnlyRead() throws IOException {
        assertThat(RawRequest.get(link, "/").line("POST / HTTP/1.1").head())
                .anyMatch(header -> header.startsWith("HTTP/1.1 405"))
                .contains("allow: GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/say/", "/say/more", "//say", "/page.html", "/../page.js", "/%2e%2e/", "/say%00"})
    void unknownPathsAreNotThere(String path) throws IOException {
        assertThat(RawRequest.get(link, path).status()).isIn(404, 400, 421);
        assertThat(say().line("POST " + path + " HTTP/1.1").status()).isIn(404, 400, 421);
        assertThat(answered).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}extra",
                "{\"text\":\"a\",\"more\":1}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "text=hello"
            })
    void onlyTheJsonThatIsExpectedIsTaken(String body) throws IOException {
        assertThat(say().body(body).status()).isEqualTo(400);
        assertThat(answered).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-8",
                "multipart/form-data"
            })
    void whatAFormCanSendIsNotTaken(String type) throws IOException {
        assertThat(say().replacing("Content-Type", type).status()).isEqualTo(415);
        assertThat(say().without("Content-Type").status()).isEqualTo(415);
        assertThat(answered).hasValue(0);
    }

    @Test
    void aLongBodyIsNotRead() throws IOException {
        assertThat(say().body("{\"text\":\"" + "a".repeat(8 * 1024) + "\"}").status())
                .isEqualTo(413);
        assertThat(answered).hasValue(0);
    }

    @Test
    void everyAnswerForbidsFramesGuessesCopiesAndReferrers() throws IOException {
        for (RawRequest request : List.of(
                RawRequest.get(link, "/"),
                RawRequest.get(link, "/page.js"),
                RawRequest.get(link, "/page.css"),
                RawRequest.get(link, "/nothing"),
                say(),
                say().replacing("Origin", "null"))) {
            assertThat(request.head())
                    .contains(
                            "x-frame-options: DENY",
                            "x-content-type-options: nosniff",
                            "referrer-policy: no-referrer",
                            "cross-origin-resource-policy: same-origin",
                            "cache-control: no-store")
                    .anyMatch(header -> header.startsWith("content-security-policy: default-src 'none';")
                            && header.contains("frame-ancestors 'none'")
                            && !header.contains("unsafe"));
        }
    }

    @Test
    void onlyTheScriptAndTheStyleOfThisVeryAnswerMayRun() throws IOException {
        String first = nonce(RawRequest.get(link, "/").send());
        String answer = RawRequest.get(link, "/").send();
        assertThat(nonce(answer)).as("each answer has its own").isNotEqualTo(first);
        assertThat(answer.split(Pattern.quote(nonce(answer)), -1))
                .as("twice in the policy, once at the style, once at the script")
                .hasSize(5);
        assertThat(answer).contains("base-uri 'none'", "form-action 'none'", "connect-src 'self'");
    }

    @Test
    void noTextCanBecomePartOfThePagesMarkup() throws IOException {
        String answer = RawRequest.get(link, "/").send();
        assertThat(answer)
                .contains("A &lt;b>page&lt;/b> &amp; more")
                .doesNotContain("<b>page")
                .doesNotContain("</script><script>alert");
    }

    /** An address of this machine that others can reach has nobody listening. */
    @Test
    void onlyThisMachineIsServed() throws IOException {
        List<Inet4Address> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(Inet4Address.class::cast)
                .toList();
        for (Inet4Address address : outside) {
            assertThatThrownBy(() -> connect(new InetSocketAddress(address, link.getPort())))
                    .isInstanceOf(ConnectException.class);
        }
        assertThat(Collections.singleton(link.getHost())).containsExactly("127.0.0.1");
    }

    @Test
    void thePageEndsWithItsSession() {
        page.close();
        assertThatThrownBy(() -> say().send()).isInstanceOf(ConnectException.class);
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, 2_000);
        }
    }

    private static String nonce(String answer) {
        Matcher found = NONCE.matcher(answer);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String token() {
        return link.getFragment();
    }

    private RawRequest enter(String tab) {
        return RawRequest.post(link, "/session", token(), tab, "{\"text\":\"here\"}");
    }

    private RawRequest say() {
        return RawRequest.post(link, "/say", token(), TAB, "{\"text\":\"hello\"}");
    }
}
