package dev.slipway.desk.upload;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.server.ServerReplies;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The requests of tus 1.0.0 (tus.io/protocols/resumable-upload), each once. Throws {@link IOException} when the
 * connection breaks and {@link dev.slipway.desk.server.ServerProblem} when the server refuses.
 */
final class TusClient {
    private static final String VERSION = "1.0.0";

    private final OkHttpClient http;
    private final ServerOrigin server;
    private final String grant;

    TusClient(OkHttpClient http, ServerOrigin server, String grant) {
        this.http = http;
        this.server = server;
        this.grant = grant;
    }

    /** Binds an upload to one artifact; asking again for the same artifact gives the same upload. */
    URI create(PublicationId publication, String path, long bytes) throws IOException {
        Request request = request(server.resolve("/api/uploads"))
                .header("Upload-Length", Long.toString(bytes))
                .header("Upload-Metadata", "publication " + base64(publication.toString()) + ",path " + base64(path))
                .post(RequestBody.create(new byte[0], null))
                .build();
        try (Response response = send(request)) {
            String location = response.header("Location");
            if (location == null) {
                throw badReply("no Location");
            }
            return server.resolve(location);
        }
    }

    /** How many bytes have arrived. */
    long offset(URI upload) throws IOException {
        try (Response response = send(request(upload).head().build())) {
            return offsetOf(response);
        }
    }

    /** @return the new offset */
    long patch(URI upload, long offset, RequestBody piece) throws IOException {
        Request request = request(upload)
                .header("Upload-Offset", Long.toString(offset))
                .patch(piece)
                .build();
        try (Response response = send(request)) {
            return offsetOf(response);
        }
    }

    private Request.Builder request(URI url) {
        return new Request.Builder()
                .url(url.toString())
                .header("Tus-Resumable", VERSION)
                .header("Authorization", "Bearer " + grant);
    }

    private Response send(Request request) throws IOException {
        Response response = http.newCall(request).execute();
        if (!response.isSuccessful()) {
            try (response) {
                throw ServerReplies.refusal(response);
            }
        }
        return response;
    }

    private static long offsetOf(Response response) {
        @Nullable String offset = response.header("Upload-Offset");
        try {
            return Long.parseUnsignedLong(String.valueOf(offset));
        } catch (NumberFormatException e) {
            throw badReply("no Upload-Offset");
        }
    }

    private static DeskException badReply(String what) {
        return new DeskException(
                ProblemCode.SERVER_UNREACHABLE, "The server answers the upload with " + what + ", against tus 1.0.0.");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
