package dev.slipway.media.encode;

import dev.slipway.media.device.DeviceLostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes that lost their device in one pass over the source. Thread-safe. */
final class LostLanes {
    private final Map<Lane, DeviceLostException> reasons = new ConcurrentHashMap<>();

    void add(Lane lane, DeviceLostException reason) {
        if (lane.substitute() == null) {
            throw reason;
        }
        reasons.putIfAbsent(lane, reason);
    }

    boolean contains(Lane lane) {
        return reasons.containsKey(lane);
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** The same lanes, each lost one replaced by its substitute. */
    List<Lane> replacedIn(List<Lane> lanes) {
        List<Lane> replaced = new ArrayList<>();
        for (Lane lane : lanes) {
            DeviceLostException reason = reasons.get(lane);
            var substitute = lane.substitute();
            replaced.add(reason == null || substitute == null ? lane : substitute.apply(reason));
        }
        return replaced;
    }
}
