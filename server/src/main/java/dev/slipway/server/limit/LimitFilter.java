package dev.slipway.server.limit;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.LimitSettings;
import dev.slipway.server.limit.RequestLimits.Count;
import dev.slipway.server.problem.ProblemDocument;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too much with 429, {@code Retry-After} (RFC 9110, 10.2.3) and the fields of
 * draft-ietf-httpapi-ratelimit-headers-10, before anything of the request is read. The fields come with every answer of the
 * API; players do not read them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class LimitFilter extends OncePerRequestFilter {
    private static final Pattern EVENTS = Pattern.compile("/api/.+/events");

    private final ClientAddresses addresses;
    private final RequestLimits limits;
    /** Asked for late: filters are made before there is a database. */
    private final ObjectProvider<AccountFinder> accounts;

    private final OpenStreams streams;

    LimitFilter(
            ClientAddresses addresses,
            RequestLimits limits,
            ObjectProvider<AccountFinder> accounts,
            LimitSettings settings) {
        this.addresses = addresses;
        this.limits = limits;
        this.accounts = accounts;
        this.streams = new OpenStreams(settings.limitEvents());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        String client = ClientAddresses.network(addresses.of(request)).getHostAddress();
        Quota quota = Quota.of(request.getMethod(), path);
        List<Count> counts = new ArrayList<>();
        limits.take(quota, client).ifPresent(counts::add);
        if (quota != Quota.MEDIA && counts.stream().allMatch(Count::granted)) {
            account(request)
                    .flatMap(account -> limits.take(Quota.ACCOUNT, account.toString()))
                    .ifPresent(counts::add);
        }
        Optional<Count> refused =
                counts.stream().filter(count -> !count.granted()).findFirst();
        if (quota != Quota.MEDIA || refused.isPresent()) {
            tell(counts, response);
        }
        if (refused.isPresent()) {
            refuse(refused.get(), response);
        } else if (request.getMethod().equals("GET") && EVENTS.matcher(path).matches()) {
            stream(client, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Asked only of those whose address has requests left: it costs a question to the database. */
    private Optional<UUID> account(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(authorization -> accounts.getObject().account(authorization));
    }

    private static void tell(List<Count> counts, HttpServletResponse response) {
        if (!counts.isEmpty()) {
            response.setHeader(
                    "RateLimit-Policy", fields(counts, "q", Count::most, "w", count -> RequestLimits.WINDOW));
            response.setHeader("RateLimit", fields(counts, "r", Count::left, "t", Count::untilWhole));
        }
    }

    private static String fields(
            List<Count> counts,
            String number,
            ToLongFunction<Count> numberOf,
            String time,
            Function<Count, Duration> timeOf) {
        return counts.stream()
                .map(count -> "\"" + count.quota().text() + "\";" + number + "=" + numberOf.applyAsLong(count) + ";"
                        + time + "=" + seconds(timeOf.apply(count)))
                .collect(Collectors.joining(", "));
    }

    private static void refuse(Count count, HttpServletResponse response) throws IOException {
        long seconds = Math.max(1, seconds(count.untilNext()));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        String whose = count.quota() == Quota.ACCOUNT ? "with your account" : "of this kind from your address";
        ProblemDocument.send(
                response,
                ProblemCode.TOO_MANY_REQUESTS,
                "More than " + count.most() + " requests " + whose + " came within a minute. Go on in " + seconds
                        + (seconds == 1 ? " second." : " seconds."));
    }

    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }

    /** How many clients have a stream open at this moment. */
    int clientsWithStreams() {
        return streams.clients();
    }

    /** Holds a place until the stream has ended, however that comes about. */
    private void stream(String client, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!streams.open(client)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(RequestLimits.WINDOW.toSeconds()));
            ProblemDocument.send(
                    response,
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Too many streams of events are open from your address. Close some, or ask for the status now and then.");
            return;
        }
        boolean goesOn = false;
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Ending(() -> streams.close(client)));
                goesOn = true;
            }
        } finally {
            if (!goesOn) {
                streams.close(client);
            }
        }
    }

    /** A container tells the end once, after whatever went wrong before it. */
    private record Ending(Runnable act) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            act.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Its end is told too.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Its end is told too.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
