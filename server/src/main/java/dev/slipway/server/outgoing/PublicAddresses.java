package dev.slipway.server.outgoing;

import dev.slipway.server.configuration.AddressRange;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet, by IANA's registries of special-purpose addresses (RFC 6890). Of IPv6
 * only global unicast is public; an address that carries an IPv4 address within it is as public as that one, where its
 * kind is in use at all.
 */
final class PublicAddresses {
    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // "this network", the unspecified address first of all
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT, and some clouds' metadata
            "127.0.0.0/8",
            "168.63.129.16/32", // a cloud's inner service at an address that looks public
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12",
            "192.0.0.0/24", // protocol assignments, and a cloud's metadata
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocol assignments: Teredo (2001::/32), ORCHID, benchmarks
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3ffe::/16", // the former 6bone
            "3fff::/20"); // documentation

    /** Unique local, link-local, site-local, multicast, loopback and the IPv4 forms lie outside of it. */
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    /** RFC 6052: the last four bytes are an IPv4 address that a translator of the network sends to. */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private PublicAddresses() {}

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }

    /** False for addresses of this machine too, whatever they are: its own services may trust them. */
    static boolean contains(InetAddress address) {
        return contains(address, PublicAddresses::isOurs);
    }

    static boolean contains(InetAddress address, Predicate<InetAddress> ours) {
        return isPublic(address) && !ours.test(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (NAT64.contains(address)) {
            return isPublic(lastFourBytes(address));
        }
        boolean isLong = address.getAddress().length > Integer.BYTES;
        return (!isLong || GLOBAL_UNICAST.contains(address))
                && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress lastFourBytes(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // What cannot be told to be somebody else's is not called.
            return true;
        }
    }
}
