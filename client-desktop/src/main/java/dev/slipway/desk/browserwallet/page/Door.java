package dev.slipway.desk.browserwallet.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in at all. Any site that is open in the browser can send requests to loopback, and with a name that it lets
 * point here (DNS rebinding) even read the answers; so the host must be ours to the letter, and where something is asked
 * for in JSON the origin too.
 *
 * @param authority such as {@code 127.0.0.1:49152}
 */
record Door(String authority) {
    /** What a browser says of a person's own navigation, and of our page's requests (Fetch Metadata). */
    private static final Set<String> OUR_SITE = Set.of("none", "same-origin");

    private static final String JSON = "application/json";

    void requireOurHost(HttpExchange exchange) {
        if (!isOnly(exchange.getRequestHeaders(), "Host", authority)
                || exchange.getRequestURI().isAbsolute()
                || exchange.getRequestURI().getRawAuthority() != null) {
            throw new Refusal(421, "host");
        }
    }

    /** Another page's script, image or frame tag learns not even that we are here. */
    void requireOurSite(HttpExchange exchange) {
        @Nullable List<String> site = exchange.getRequestHeaders().get("Sec-Fetch-Site");
        if (site != null && !(site.size() == 1 && OUR_SITE.contains(site.getFirst()))) {
            throw new Refusal(403, "site");
        }
    }

    void requireOurPage(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!isOnly(headers, "Origin", "http://" + authority)) {
            throw new Refusal(403, "origin");
        }
        if (!isOnly(headers, "Content-Type", JSON)) {
            throw new Refusal(415, "json");
        }
    }

    private static boolean isOnly(Headers headers, String name, String value) {
        @Nullable List<String> values = headers.get(name);
        return values != null && values.size() == 1 && values.getFirst().equals(value);
    }
}
