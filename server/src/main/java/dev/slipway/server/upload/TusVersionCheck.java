package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Every request but OPTIONS names the protocol's version, and every answer does (tus 1.0.0, "Headers"). */
final class TusVersionCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        boolean asks = HttpMethod.OPTIONS.matches(request.getMethod());
        if (!asks && !Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE))) {
            response.setHeader(Tus.SUPPORTED_VERSIONS, Tus.VERSION);
            throw new ProblemException(
                    ProblemCode.TUS_VERSION,
                    "Send the header \"" + Tus.RESUMABLE + ": " + Tus.VERSION + "\"; no other version is spoken here.");
        }
        return true;
    }
}
