package dev.slipway.server.browser;

import dev.slipway.server.configuration.Mode;
import dev.slipway.server.configuration.ServerSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What browsers may do with anything from this server. Titles and descriptions are strangers' words, so no script and
 * no style runs unless it is a file of ours. Whoever needs more for a page of its own replaces the policy there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {
    /**
     * hls.js plays through Media Source Extensions, from one blob: address for each video, and begins subtitles with an
     * empty track at a data: address. Neither can run anything where only media may be loaded from it.
     */
    private static final String PAGES = String.join(
            "; ",
            "default-src 'self'",
            "media-src 'self' blob: data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Nothing loads anything from within an answer for programs, should a browser show one. */
    private static final String PROGRAMS = "default-src 'none'; frame-ancestors 'none'";

    /** Of what a page can ask for, what ours never do; full screen, picture in picture and sound stay. */
    private static final String PERMISSIONS = String.join(
            ", ",
            "accelerometer=()",
            "browsing-topics=()",
            "camera=()",
            "display-capture=()",
            "geolocation=()",
            "gyroscope=()",
            "hid=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "serial=()",
            "usb=()");

    /** Only for this host: what else lives below it is not ours to promise for. */
    private static final String STRICT_TRANSPORT =
            "max-age=" + Duration.ofDays(365).toSeconds();

    private final boolean isSecure;

    SecurityHeaders(ServerSettings settings) {
        URI origin = settings.publicUrl();
        this.isSecure = settings.mode() == Mode.PRODUCTION && origin != null && "https".equals(origin.getScheme());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(
                response,
                request.getServletPath().startsWith("/api/") ? PROGRAMS : PAGES,
                CrossOrigin.isMedia(request) ? "cross-origin" : "same-origin");
        chain.doFilter(request, response);
    }

    /** On an answer that no filter saw, because the container gives it by itself. */
    void setByContainer(HttpServletResponse response) {
        set(response, PROGRAMS, "same-origin");
    }

    private void set(HttpServletResponse response, String policy, String resources) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", resources);
        response.setHeader("Permissions-Policy", PERMISSIONS);
        if (isSecure) {
            response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
        }
    }
}
