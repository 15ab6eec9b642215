package dev.slipway.desk.server;

import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads a refusal wherever a connection of its own is used, such as for uploads. */
public final class ServerReplies {
    private static final long MAX_BODY = 64 * 1024;

    private ServerReplies() {}

    /** The problem in an unsuccessful response; the caller closes it. */
    public static ServerProblem refusal(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(MAX_BODY);
        return ServerProblem.of(
                response.code(),
                source.readByteArray(Math.min(MAX_BODY, source.getBuffer().size())),
                response.header("Retry-After"));
    }
}
