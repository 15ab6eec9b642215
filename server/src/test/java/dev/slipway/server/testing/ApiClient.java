package dev.slipway.server.testing;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.Problem;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Speaks to a running server over real HTTP. */
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final @Nullable String client;

    public ApiClient(int port) {
        this(port, null);
    }

    /** @param client for whom a trusted proxy would ask */
    public ApiClient(int port, @Nullable String client) {
        this.server = URI.create("http://127.0.0.1:" + port);
        this.client = client;
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        return client == null ? request : request.header("X-Forwarded-For", client);
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a JSON body by the method given. */
    public HttpResponse<String> sendJson(String method, String path, String json)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    public HttpResponse<String> get(String path, String grant) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + grant).build());
    }

    public DraftReply draft(Author author) throws IOException, InterruptedException {
        HttpResponse<String> reply =
                sendJson("POST", "/api/publications", Json.STRICT.writeValueAsString(author.draft()));
        return Json.STRICT.readValue(reply.body(), DraftReply.class);
    }

    public HttpResponse<String> sign(PublicationId id, SignatureRequest signature)
            throws IOException, InterruptedException {
        return sendJson("PUT", "/api/publications/" + id + "/signature", Json.STRICT.writeValueAsString(signature));
    }

    /** Drafts and signs; the answer carries the grant. */
    public SignatureReply signed(Author author, DraftReply draft) throws IOException, InterruptedException {
        SignatureRequest signature =
                author.sign(author.message(draft), draft.terms().chainId());
        return Json.STRICT.readValue(sign(draft.id(), signature).body(), SignatureReply.class);
    }

    public static Problem problem(HttpResponse<String> response) {
        return Json.STRICT.readValue(response.body(), Problem.class);
    }
}
