package dev.slipway.server.upload;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain tus requests, so that a test can also send what no client would. */
final class TusCalls implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String grant;
    private final @Nullable String client;

    TusCalls(URI server, String grant) {
        this(server, grant, null);
    }

    /** @param client for whom a trusted proxy would ask */
    TusCalls(URI server, String grant, @Nullable String client) {
        this.server = server;
        this.grant = grant;
        this.client = client;
    }

    HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + grant)
                .header(Tus.RESUMABLE, Tus.VERSION);
        return client == null ? request : request.header("X-Forwarded-For", client);
    }

    HttpRequest.Builder request(String path) {
        return request(server.resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> create(PublicationId publication, String path, String length)
            throws IOException, InterruptedException {
        return send(request("/api/uploads")
                .header(Tus.LENGTH, length)
                .header(Tus.METADATA, metadata(publication.toString(), path))
                .POST(BodyPublishers.noBody()));
    }

    URI created(PublicationId publication, String path, long length) throws IOException, InterruptedException {
        HttpResponse<String> answer = create(publication, path, Long.toString(length));
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    HttpResponse<String> head(URI upload) throws IOException, InterruptedException {
        return send(request(upload).HEAD());
    }

    long offset(URI upload) throws IOException, InterruptedException {
        return head(upload).headers().firstValueAsLong(Tus.OFFSET).orElseThrow();
    }

    HttpResponse<String> patch(URI upload, long offset, byte[] bytes) throws IOException, InterruptedException {
        return patch(upload, Long.toString(offset), BodyPublishers.ofByteArray(bytes));
    }

    HttpResponse<String> patch(URI upload, String offset, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(upload)
                .header(Tus.OFFSET, offset)
                .header("Content-Type", Tus.CONTENT_TYPE)
                .method("PATCH", body));
    }

    HttpResponse<String> complete(PublicationId publication, String... ids) throws IOException, InterruptedException {
        String body = Json.STRICT.writeValueAsString(Map.of("uploads", ids));
        return send(request("/api/publications/" + publication + "/complete")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    static String id(URI upload) {
        return upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    }

    static String metadata(String publication, String path) {
        return "publication " + base64(publication) + ",path " + base64(path);
    }

    /** The problem code of an answer. */
    static String code(HttpResponse<String> answer) {
        return Json.LENIENT.readTree(answer.body()).path("code").asString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
