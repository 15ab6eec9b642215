package dev.slipway.desk.server;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A server's origin (RFC 6454) in its one text form, such as {@code https://video.example}: no path, no default port,
 * lower case. Authors' signatures repeat it as their audience.
 */
public record ServerOrigin(String text) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

    /** @param address what a person typed: with or without a slash at its end */
    public static ServerOrigin parse(String address) {
        HttpUrl url = HttpUrl.Companion.parse(address.strip());
        if (url == null
                || !url.encodedPath().equals("/")
                || url.query() != null
                || !url.username().isEmpty()) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "\"" + address + "\" is not a server's address: expected one such as https://video.example");
        }
        return of(url);
    }

    private static ServerOrigin of(HttpUrl url) {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return new ServerOrigin(
                (url.scheme() + "://" + host + (usual ? "" : ":" + url.port())).toLowerCase(Locale.ROOT));
    }

    /** Whether it can only be a server on this machine, by the text of its address alone. */
    public boolean isLoopback() {
        return isLoopback(text);
    }

    /** The same of any address; false for what is none. */
    public static boolean isLoopback(String address) {
        @Nullable HttpUrl url = HttpUrl.Companion.parse(address);
        return url != null && LOOPBACK.matcher(url.host()).matches();
    }

    HttpUrl.Builder path(String... segments) {
        HttpUrl.Builder builder = HttpUrl.get(text).newBuilder();
        for (String segment : segments) {
            builder.addPathSegment(segment);
        }
        return builder;
    }

    /**
     * An address that the server gave, absolute or relative to itself.
     *
     * @throws DeskException when it leads to another origin: the grant must not go there
     */
    public URI resolve(String location) {
        @Nullable HttpUrl resolved = HttpUrl.get(text).resolve(location);
        if (resolved == null || !of(resolved).equals(this)) {
            throw new DeskException(
                    ProblemCode.SERVER_UNREACHABLE,
                    "The server at " + text + " sends us elsewhere (" + location
                            + "). Its SLIPWAY_PUBLIC_URL is probably not the address that you use.");
        }
        return resolved.uri();
    }

    @Override
    public String toString() {
        return text;
    }
}
