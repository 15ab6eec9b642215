package dev.slipway.server.outgoing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one way to an address that a user gave. Its host is looked up once and all of its addresses are checked; the
 * connection can be made to these alone, so a name that changes its mind in between gains nothing. Redirects are not
 * followed, no proxy is used, no connection is kept, and a call is over after some seconds, however slowly the other
 * side speaks. Safe for use by many threads; it blocks.
 */
@Component
public class OutgoingHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final int READ_BYTES = 1_024;
    private static final int TOLD_CHARACTERS = 200;

    private final OutgoingRules rules;
    private final OkHttpClient base;

    @Autowired
    OutgoingHttp(OutgoingRules rules) {
        this(rules, CALL);
    }

    OutgoingHttp(OutgoingRules rules, Duration call) {
        this.rules = rules;
        this.base = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .callTimeout(call)
                .followRedirects(false)
                .followSslRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /**
     * Says now what would be said of every request. What is good now may be refused later: names change their addresses.
     *
     * @return the address in the one form that it is kept in
     * @throws AddressRefused with the reason
     */
    public String check(String address) {
        HttpUrl url = OutgoingRules.read(address);
        rules.targets(url);
        return url.toString();
    }

    /** Sends JSON, with these headers beside its type. */
    public Delivered post(String address, Map<String, String> headers, byte[] json) {
        try {
            HttpUrl url = OutgoingRules.read(address);
            Request.Builder request = new Request.Builder().url(url).post(new Once(json));
            // Named, so that what comes back is not unpacked: it could be anything of any size.
            request.header("Accept-Encoding", "identity").header("User-Agent", "Slipway");
            headers.forEach(request::header);
            return call(pinned(rules.targets(url)), request.build());
        } catch (AddressRefused e) {
            return new Delivered.Failed(String.valueOf(e.getMessage()));
        }
    }

    private OkHttpClient pinned(List<InetAddress> targets) {
        return base.newBuilder()
                .dns(host -> targets)
                .socketFactory(new PinnedSockets(Set.copyOf(targets)))
                .build();
    }

    private static Delivered call(OkHttpClient client, Request request) {
        try (Response response = client.newCall(request).execute()) {
            return new Delivered.Answered(
                    response.code(), beginning(response.body().source()));
        } catch (SSLException e) {
            return new Delivered.Failed("No secure connection could be made: its certificate or protocol is refused.");
        } catch (InterruptedIOException e) {
            return new Delivered.Failed("It did not answer in time.");
        } catch (IOException e) {
            return new Delivered.Failed("It could not be reached, or did not answer in HTTP.");
        }
    }

    /** The answer is known by then: what cannot be read of the rest does not matter. */
    private static String beginning(BufferedSource body) {
        try {
            body.request(READ_BYTES);
            String text = new String(
                    body.getBuffer()
                            .readByteArray(Math.min(READ_BYTES, body.getBuffer().size())),
                    StandardCharsets.UTF_8);
            String line = text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
            return line.codePoints()
                    .limit(TOLD_CHARACTERS)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Another address of the host may be tried while nothing of it was sent, and not after that. */
    private static final class Once extends RequestBody {
        private static final MediaType JSON = MediaType.get("application/json");
        private final byte[] json;

        Once(byte[] json) {
            this.json = json;
        }

        @Override
        public @Nullable MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(json);
        }
    }
}
