package dev.slipway.desk.server;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.publication.PublicationStatus;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;

/** Server-sent events (HTML Living Standard, section 9.2) of one publication; each one's data is its whole status. */
final class StatusEvents {
    private static final long MAX_LINE = 1 << 20;
    /** Longer than the pause between two of the server's heartbeats. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private final OkHttpClient http;

    StatusEvents(OkHttpClient http) {
        this.http = http.newBuilder().readTimeout(SILENCE).build();
    }

    /** @throws IOException when there is no stream to be had; the caller asks for the status instead */
    Stream open(Request.Builder request) throws IOException {
        Call call = http.newCall(request.header("Accept", "text/event-stream").build());
        Response response = call.execute();
        String type = response.header("Content-Type", "");
        if (response.code() != 200 || type == null || !type.startsWith("text/event-stream")) {
            response.close();
            throw new IOException("no event stream, HTTP status " + response.code());
        }
        return new Stream(call, response);
    }

    /** An open connection; close it to let go. */
    static final class Stream implements Closeable {
        private final Call call;
        private final Response response;
        private final BufferedSource source;

        Stream(Call call, Response response) {
            this.call = call;
            this.response = response;
            this.source = response.body().source();
        }

        /** Blocks for the next status; empty when the server ended the stream. */
        Optional<PublicationStatus> next() throws IOException {
            StringBuilder data = new StringBuilder();
            while (!source.exhausted()) {
                String line = source.readUtf8LineStrict(MAX_LINE);
                if (line.startsWith("data:")) {
                    append(data, line.substring("data:".length()).stripLeading());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return Optional.of(parse(data.toString()));
                }
            }
            return Optional.empty();
        }

        /** Ends the wait for the next status with an exception. On any thread. */
        void stop() {
            call.cancel();
        }

        private static void append(StringBuilder data, String line) throws IOException {
            if (data.length() + line.length() > MAX_LINE) {
                throw new IOException("an event is larger than " + MAX_LINE + " characters");
            }
            data.append(data.isEmpty() ? "" : "\n").append(line);
        }

        private static PublicationStatus parse(String data) throws IOException {
            try {
                return Json.LENIENT.readValue(data, PublicationStatus.class);
            } catch (JacksonException e) {
                throw new IOException("an event is no status", e);
            }
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
