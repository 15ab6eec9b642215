package dev.slipway.media.timestamp;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.model.media.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When pictures are due whose container says nothing of the order in which they are shown. Packets come in the order of
 * decoding at even steps, decoders give pictures in the order of presentation: the k-th picture is due at the k-th
 * packet's time.
 */
public final class CountedTimes {
    private static final Rational CUSTOMARY_RATE = new Rational(25, 1);
    private static final double MICROS = 1e6;

    private final Timebase timebase;
    private final double stepMicros;
    private final Deque<Long> due = new ArrayDeque<>();
    private long packets;
    private long last;

    /** @param rate pictures a second as the stream declares it; without a sane one there are 25 */
    public CountedTimes(Timebase timebase, Optional<Rational> rate) {
        this.timebase = timebase;
        this.stepMicros = MICROS
                / rate.filter(declared -> declared.toDouble() >= 1 && declared.toDouble() <= 1000)
                        .orElse(CUSTOMARY_RATE)
                        .toDouble();
    }

    /** The packet's own time in the track's time base, counted where it has none; call it for every packet in turn. */
    public long of(Packet packet) {
        long counted = timebase.fromMicros(Math.round(packets * stepMicros));
        packets++;
        return packet.dts() != Timebase.NONE ? packet.dts() : counted;
    }

    /** Takes note of a packet that goes into the decoder. */
    public void into(Packet packet) {
        due.addLast(of(packet));
    }

    /** The packet that went in last gives no picture. */
    public void lost() {
        due.pollLast();
    }

    /** When the next picture that comes out of the decoder is due, in microseconds on the source's clock. */
    public long nextMicros() {
        Long time = due.pollFirst();
        last = time == null ? last + Math.round(stepMicros) : timebase.toMicros(time);
        return last;
    }
}
