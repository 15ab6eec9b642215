package dev.slipway.media.preview.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The small pictures that there are so far, by their moments. Thread-safe. */
public final class Proxy {
    private final ConcurrentNavigableMap<Long, byte[]> pictures = new ConcurrentSkipListMap<>();

    /**
     * A picture of the proxy.
     *
     * @param micros from the film's first picture on
     */
    public record Small(long micros, byte[] jpeg) {}

    void put(long micros, byte[] jpeg) {
        pictures.put(micros, jpeg);
    }

    /** The picture nearest to a moment, the earlier of two; empty before there is any. */
    public Optional<Small> nearest(long micros) {
        Map.@Nullable Entry<Long, byte[]> before = pictures.floorEntry(micros);
        Map.@Nullable Entry<Long, byte[]> after = pictures.ceilingEntry(micros);
        if (before == null) {
            return Optional.ofNullable(after).map(Proxy::small);
        }
        boolean isLaterNearer = after != null && after.getKey() - micros < micros - before.getKey();
        return Optional.of(small(isLaterNearer ? after : before));
    }

    /** Whether there is a picture within so far of a moment. */
    boolean hasNear(long micros, long reach) {
        return nearest(micros)
                .filter(found -> Math.abs(found.micros() - micros) <= reach)
                .isPresent();
    }

    private static Small small(Map.Entry<Long, byte[]> entry) {
        return new Small(entry.getKey(), entry.getValue());
    }
}
