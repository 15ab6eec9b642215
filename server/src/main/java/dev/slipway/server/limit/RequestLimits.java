package dev.slipway.server.limit;

import java.time.Duration;
import java.util.Optional;

/** Counts requests. One server counts for itself; an implementation that several share would stand behind this too. */
interface RequestLimits {
    /** How long a quota takes to be whole again after it was used up. */
    Duration WINDOW = Duration.ofMinutes(1);

    /**
     * Takes one request off what the client has left.
     *
     * @param client who, among those of that quota; any text
     * @return empty where there is no such limit
     */
    Optional<Count> take(Quota quota, String client);

    /**
     * How a client stands.
     *
     * @param most of the quota when it is whole
     * @param left after this request
     * @param untilNext how long until there is at least one; zero where there is
     * @param untilWhole how long until it is whole again if nothing more is asked
     */
    record Count(Quota quota, boolean granted, long most, long left, Duration untilNext, Duration untilWhole) {}
}
