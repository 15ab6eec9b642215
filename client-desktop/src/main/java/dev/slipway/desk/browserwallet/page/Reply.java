package dev.slipway.desk.browserwallet.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.util.Map;

/** @param policy the content security policy */
record Reply(int status, String type, byte[] body, String policy) {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    static Reply json(Object value) {
        return new Reply(200, "application/json", Json.STRICT.writeValueAsBytes(value), NOTHING);
    }

    static Reply refused(int status, String code) {
        return new Reply(status, "application/json", Json.STRICT.writeValueAsBytes(Map.of("code", code)), NOTHING);
    }

    static Reply file(String type, byte[] body) {
        return new Reply(200, type, body, NOTHING);
    }

    /**
     * Only the script and the style that carry the nonce, requests only to where they came from. Wallets announce their
     * pictures as data URIs (EIP-6963), and a picture runs nothing.
     */
    static Reply page(byte[] body, String nonce) {
        return new Reply(
                200,
                "text/html; charset=utf-8",
                body,
                "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                        + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors"
                        + " 'none'");
    }

    /** @param allowed the method that the path knows, where it is known */
    void send(HttpExchange exchange, String allowed) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Frame-Options", "DENY");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (status == 405) {
            headers.set("Allow", allowed);
        }
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
