package dev.slipway.server.configuration;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Whether others can reach a host at all, as far as it says so itself: no name server is asked. */
final class PublicHost {
    /** What {@link InetAddress} has no question for. */
    private static final List<AddressRange> PRIVATE = List.of(
            AddressRange.of("0.0.0.0/8"), // this network
            AddressRange.of("100.64.0.0/10"), // carrier-grade NAT
            AddressRange.of("240.0.0.0/4"), // reserved, and broadcast
            AddressRange.of("fc00::/7")); // unique local

    private PublicHost() {}

    /** @param host as {@link java.net.URI#getHost()} gives it, IPv6 addresses in brackets */
    static boolean isPublic(String host) {
        String name = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return false;
        }
        boolean isBracketed = name.startsWith("[");
        try {
            return isPublic(InetAddress.ofLiteral(isBracketed ? name.substring(1, name.length() - 1) : name));
        } catch (IllegalArgumentException e) {
            return !isBracketed;
        }
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && PRIVATE.stream().noneMatch(range -> range.contains(address));
    }
}
