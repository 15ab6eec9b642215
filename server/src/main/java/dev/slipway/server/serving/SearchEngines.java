package dev.slipway.server.serving;

import dev.slipway.model.access.AccessLevel;
import jakarta.servlet.http.HttpServletResponse;

/** What search engines are told of media: an image or a file that they come across is found without its page. */
final class SearchEngines {
    private SearchEngines() {}

    static void tell(AccessLevel level, HttpServletResponse response) {
        if (!level.mayBeListed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
    }
}
