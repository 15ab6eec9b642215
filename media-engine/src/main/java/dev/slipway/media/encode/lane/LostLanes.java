package dev.slipway.media.encode.lane;

import dev.slipway.media.device.DeviceLostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes that lost their device in one pass over the source. Thread-safe. */
public final class LostLanes {
    private final Map<Lane, DeviceLostException> reasons = new ConcurrentHashMap<>();

    void add(Lane lane, DeviceLostException reason) {
        if (lane.substitute() == null) {
            throw reason;
        }
        reasons.putIfAbsent(lane, reason);
    }

    public boolean contains(Lane lane) {
        return reasons.containsKey(lane);
    }

    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** The same lanes, each lost one replaced by its substitute. */
    public List<Lane> replacedIn(List<Lane> lanes) {
        List<Lane> replaced = new ArrayList<>();
        for (Lane lane : lanes) {
            DeviceLostException reason = reasons.get(lane);
            var substitute = lane.substitute();
            replaced.add(reason == null || substitute == null ? lane : substitute.apply(reason));
        }
        return replaced;
    }
}
