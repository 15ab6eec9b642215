package dev.slipway.server.limit;

import dev.slipway.server.configuration.AddressRange;
import dev.slipway.server.configuration.ProxySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * From where a request comes: the other end of the connection or, where that is a trusted proxy, whom it made the request
 * for. Read from the end, where our own proxies write; what stands before the first stranger is that stranger's word.
 */
@Component
public class ClientAddresses {
    /** An IPv6 client has at least this much of the address space to itself. */
    private static final int IPV6_PREFIX_BYTES = 8;

    /** RIPE-690 has /48 as the largest for one customer. */
    private static final int IPV6_SITE_BYTES = 6;

    /** More than any chain of proxies has; the rest is not looked at. */
    private static final int MOST_HOPS = 32;

    /** {@code for=} of one element of RFC 7239, quoted or not. */
    private static final Pattern FORWARDED_FOR =
            Pattern.compile("(?i)(?:^|;)\\s*for=(?:\"([^\"]*)\"|([^;\\s]*))\\s*(?:;|$)");

    private static final Pattern BRACKETED = Pattern.compile("\\[([^]]*)](?::\\d{1,5})?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");

    private final ProxySettings settings;

    ClientAddresses(ProxySettings settings) {
        this.settings = settings;
    }

    public InetAddress of(HttpServletRequest request) {
        InetAddress client = InetAddress.ofLiteral(request.getRemoteAddr());
        if (!isTrusted(client)) {
            return client;
        }
        for (String hop : hops(request).reversed()) {
            Optional<InetAddress> told = address(hop);
            if (told.isEmpty()) {
                // Our own proxy wrote something else: it stands for whoever it hides.
                return client;
            }
            client = told.get();
            if (!isTrusted(client)) {
                return client;
            }
        }
        return client;
    }

    /** What is counted as one client: an IPv4 address, or the network of an IPv6 one. */
    public static InetAddress network(InetAddress address) {
        return network(address, IPV6_PREFIX_BYTES);
    }

    /** What shares with others by turns: an IPv4 address, or the most that one customer gets of IPv6 addresses. */
    public static InetAddress site(InetAddress address) {
        return network(address, IPV6_SITE_BYTES);
    }

    private static InetAddress network(InetAddress address, int prefixBytes) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, prefixBytes, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    private boolean isTrusted(InetAddress address) {
        return settings.trustedProxies().stream().anyMatch((AddressRange proxy) -> proxy.contains(address));
    }

    /** Nearest last, as proxies append. */
    private List<String> hops(HttpServletRequest request) {
        String name = switch (settings.proxyHeader()) {
            case X_FORWARDED_FOR -> "X-Forwarded-For";
            case FORWARDED -> "Forwarded";
        };
        List<String> hops = Collections.list(request.getHeaders(name)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        return hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size());
    }

    private Optional<InetAddress> address(String hop) {
        return switch (settings.proxyHeader()) {
            case X_FORWARDED_FOR -> literal(hop);
            case FORWARDED -> {
                Matcher found = FORWARDED_FOR.matcher(hop);
                yield found.find()
                        ? literal(found.group(1) == null ? found.group(2) : found.group(1))
                        : Optional.empty();
            }
        };
    }

    private static Optional<InetAddress> literal(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher withPort = WITH_PORT.matcher(text);
        String address = bracketed.matches() ? bracketed.group(1) : withPort.matches() ? withPort.group(1) : text;
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            // "unknown", an obfuscated name, or nonsense.
            return Optional.empty();
        }
    }
}
