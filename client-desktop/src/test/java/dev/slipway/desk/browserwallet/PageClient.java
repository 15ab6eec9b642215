package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Says what the page would say, and what a page that lies would say. */
public final class PageClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI link;
    private final String tab;

    public PageClient(URI link) {
        this.link = link;
        this.tab = Order.random().hex().substring(2);
    }

    public JsonNode say(String path, Map<String, ?> words) {
        HttpResponse<String> answer = send(path, words);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.STRICT.readTree(answer.body());
    }

    public JsonNode enter() {
        return say("/session", Map.of());
    }

    public JsonNode connect(String account) {
        return say("/connected", Map.of("account", account, "wallet", "Test wallet"));
    }

    /** The payment's stage. */
    public String stage() {
        return pay().path("stage").asString();
    }

    JsonNode pay() {
        return say("/state", Map.of("seen", -1)).path("pay");
    }

    public JsonNode awaitPay(String what, Predicate<JsonNode> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode pay = pay();
        while (!condition.test(pay)) {
            assertThat(System.nanoTime()).as("%s, but: %s", what, pay).isLessThan(end);
            pay = pay();
        }
        return pay;
    }

    private HttpResponse<String> send(String path, Map<String, ?> words) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + link.getAuthority() + path))
                .header("Origin", "http://" + link.getAuthority())
                .header("Content-Type", "application/json")
                .header("X-Slipway-Token", link.getFragment())
                .header("X-Slipway-Tab", tab)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.STRICT.writeValueAsBytes(words)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the page's server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
