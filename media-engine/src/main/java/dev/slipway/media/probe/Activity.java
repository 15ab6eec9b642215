package dev.slipway.media.probe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * How much happens in each second of the picture, by the bytes its source encoder spent on dependent pictures: motion
 * costs bytes. That is known after the scan, so the lively moment for a preview needs no second decode.
 */
public final class Activity {
    private static final int MAX_SECONDS = 200_000;

    private long[] bytes = new long[64];
    private int seconds;

    /** From what {@link #perSecond()} gave. */
    @JsonCreator
    static Activity of(long[] perSecond) {
        Activity activity = new Activity();
        activity.seconds = Math.min(perSecond.length, MAX_SECONDS);
        activity.bytes = Arrays.copyOf(perSecond, Math.max(1, activity.seconds));
        return activity;
    }

    /** Bytes for each second, to be kept. */
    @JsonValue
    long[] perSecond() {
        return Arrays.copyOf(bytes, seconds);
    }

    void add(long micros, int size) {
        long second = Math.max(0, micros / 1_000_000);
        if (second >= MAX_SECONDS) {
            return;
        }
        int index = (int) second;
        if (index >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(index + 1, bytes.length * 2));
        }
        bytes[index] += size;
        seconds = Math.max(seconds, index + 1);
    }

    /** Where the liveliest stretch of so many seconds within the range begins; the range's start when it is short. */
    public long liveliest(long fromMicros, long untilMicros, int length) {
        int first = Math.toIntExact(fromMicros / 1_000_000);
        int last = Math.min(seconds, Math.toIntExact(untilMicros / 1_000_000)) - length;
        long best = -1;
        long start = fromMicros;
        for (int second = first; second <= last; second++) {
            long sum = Arrays.stream(bytes, second, second + length).sum();
            if (sum > best) {
                best = sum;
                start = Math.max(fromMicros, second * 1_000_000L);
            }
        }
        return start;
    }
}
