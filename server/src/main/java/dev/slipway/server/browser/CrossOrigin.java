package dev.slipway.server.browser;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.BrowserSettings;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.configuration.WebOrigin;
import dev.slipway.server.problem.ProblemDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages of other sites (Fetch Standard, "CORS protocol"). They may read media, which are nobody's secret and name no
 * person; the API answers those that the operator lists. Nothing here goes by cookies, so a page can do nothing in its
 * visitor's name; and yet what would change something is refused when a page that is not listed sends it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CrossOrigin extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String MEDIA_READS = "Accept-Ranges, Content-Length, Content-Range, ETag, Retry-After";
    private static final String MEDIA_SENDS = "Range, If-Range, If-None-Match";
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final PublicOrigin own;
    private final List<String> origins;
    private final CorsConfiguration listed;
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();

    CrossOrigin(BrowserSettings settings, PublicOrigin own) {
        this.own = own;
        this.origins =
                settings.corsOrigins().stream().map(WebOrigin::text).sorted().toList();
        this.listed = new CorsConfiguration();
        listed.setAllowedOrigins(origins);
        listed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        listed.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "If-None-Match",
                "Last-Event-ID",
                "Tus-Resumable",
                "Upload-Length",
                "Upload-Metadata",
                "Upload-Offset",
                "X-HTTP-Method-Override"));
        listed.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "Tus-Extension",
                "Tus-Max-Size",
                "Tus-Resumable",
                "Tus-Version",
                "Upload-Expires",
                "Upload-Length",
                "Upload-Metadata",
                "Upload-Offset"));
        listed.setMaxAge(REMEMBERED);
    }

    static boolean isMedia(HttpServletRequest request) {
        return request.getServletPath().startsWith("/media/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMedia(request)) {
            media(request, response, chain);
            return;
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean isAsked = CorsUtils.isPreFlightRequest(request);
        if (origin != null && !isOwn(origin, request) && listed.checkOrigin(origin) != null) {
            processor.processRequest(listed, request, response);
            if (!isAsked) {
                chain.doFilter(request, response);
            }
        } else if (isOfAnotherSite(origin, request) && (isAsked || !READING.contains(request.getMethod()))) {
            ProblemDocument.send(
                    response,
                    ProblemCode.FORBIDDEN,
                    "A page of another site sent this. The operator has to list its origin for that.");
        } else {
            if (!origins.isEmpty()) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            }
            chain.doFilter(request, response);
        }
    }

    /** The same for everybody, so that caches need not tell origins apart. */
    private static void media(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, MEDIA_READS);
        if (CorsUtils.isPreFlightRequest(request)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, MEDIA_SENDS);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, Long.toString(REMEMBERED.toSeconds()));
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** As the browser tells it, by either header; programs that are none send neither. */
    private boolean isOfAnotherSite(@Nullable String origin, HttpServletRequest request) {
        if (origin != null) {
            return !isOwn(origin, request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    /** By the name that the operator gave, or by the one that the request was sent to. */
    private boolean isOwn(String origin, HttpServletRequest request) {
        String asked = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        return isSame(origin, own.uri().toString()) || isSame(origin, asked);
    }

    private static boolean isSame(String origin, String address) {
        try {
            return WebOrigin.of(address).text().equals(origin);
        } catch (IllegalArgumentException e) {
            // Whatever Host somebody sent: it is no origin, and so nobody's.
            return false;
        }
    }
}
