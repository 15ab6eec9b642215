package dev.slipway.server.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface HostResolver {

    /** @throws UnknownHostException where there are none, or none came in time */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
