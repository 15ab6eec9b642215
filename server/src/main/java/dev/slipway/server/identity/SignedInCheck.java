package dev.slipway.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps {@link SignedIn} routes for those who are, and hands them their {@link Caller}. */
final class SignedInCheck implements HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final String CALLER = SignedInCheck.class.getName() + ".caller";

    private final Callers callers;

    SignedInCheck(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        SignedIn needed = handler instanceof HandlerMethod method ? method.getMethodAnnotation(SignedIn.class) : null;
        if (needed != null) {
            String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            Caller caller = needed.value().length == 0
                    ? callers.require(authorization)
                    : callers.requireOneOf(authorization, Set.of(needed.value()));
            request.setAttribute(CALLER, caller);
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getAttribute(CALLER, RequestAttributes.SCOPE_REQUEST) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException(parameter.getMethod() + " takes a caller and is not marked with @SignedIn");
    }
}
