package dev.slipway.server.configuration;

import java.net.URI;
import java.util.Locale;

/**
 * An origin as browsers write it (RFC 6454, 6.2), such as {@code https://player.example}: scheme, host and, where it is not
 * the scheme's own, port.
 */
public record WebOrigin(String text) {

    /** @throws IllegalArgumentException for anything that is more, less or a pattern */
    public static WebOrigin of(String text) {
        URI uri = URI.create(text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isWeb = scheme.equals("http") || scheme.equals("https");
        boolean isBare = uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"));
        if (!isWeb || uri.getHost() == null || !isBare) {
            throw new IllegalArgumentException("\"" + text + "\" is no origin such as https://player.example");
        }
        boolean isUsual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new WebOrigin(scheme + "://" + host + (isUsual ? "" : ":" + uri.getPort()));
    }

    public boolean isSecure() {
        return text.startsWith("https://");
    }
}
