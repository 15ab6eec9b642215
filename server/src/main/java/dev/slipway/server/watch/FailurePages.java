package dev.slipway.server.watch;

import dev.slipway.server.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a page where a browser would otherwise get a problem document. Steps in only where the address is a page's and
 * the client says that it reads HTML; failures that nobody foresaw are left to the problem handling, which logs them.
 */
@Component
class FailurePages implements HandlerExceptionResolver, Ordered {
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/media/", "/v3/");

    /** Before the problem documents' own resolver. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        HttpStatusCode status = statusOf(failure);
        return status == null || !isForPeople(request) ? null : page(status);
    }

    static ModelAndView page(HttpStatusCode status) {
        String kind = status.is5xxServerError() ? "500" : status.value() == 404 ? "404" : "400";
        return new ModelAndView("failure", Map.of("kind", kind), status);
    }

    private static @Nullable HttpStatusCode statusOf(Exception failure) {
        return switch (failure) {
            case ProblemException problem -> HttpStatus.valueOf(problem.code().status());
            case ErrorResponse response -> response.getStatusCode();
            default -> null;
        };
    }

    static boolean isForPeople(HttpServletRequest request) {
        return FOR_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith)
                && accepted(request).stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader("Accept"));
        } catch (InvalidMediaTypeException broken) {
            return List.of();
        }
    }
}
