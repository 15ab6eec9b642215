package dev.slipway.server.chain.devchain;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * When each block is, in seconds since the epoch: a second after the one before, except where the chain was closed in
 * between.
 */
final class BlockTimes {
    /** By their numbers, the blocks that do not follow the one before by a second, and the first. */
    private final NavigableMap<Long, Long> anchors = new TreeMap<>();

    BlockTimes(long genesisSecond) {
        anchors.put(0L, genesisSecond);
    }

    /** From this block on; nobody was shown it or one after it, so what was planned for them is void. */
    void anchor(long number, long second) {
        anchors.tailMap(number, true).clear();
        if (at(number) != second) {
            anchors.put(number, second);
        }
    }

    long at(long number) {
        Map.Entry<Long, Long> anchor = Objects.requireNonNull(anchors.floorEntry(number));
        return anchor.getValue() + (number - anchor.getKey());
    }

    /** The last block whose time has come in this second. */
    long numberAt(long second) {
        Map.Entry<Long, Long> last = anchors.lastEntry();
        return last.getKey() + (second - last.getValue());
    }
}
