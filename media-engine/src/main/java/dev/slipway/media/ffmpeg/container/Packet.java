package dev.slipway.media.ffmpeg.container;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/** Owns one AVPacket, a piece of a coded stream. Not thread-safe. */
public final class Packet implements AutoCloseable {
    /** 143 years: clocks that count from 1970, as some cameras' do, stay below it. */
    private static final long MOST_MICROS = 1L << 52;

    /** Eight of them can be added up. */
    private static final long MOST_TICKS = 1L << 60;

    private final AVPacket packet;

    public Packet() {
        this(avcodec.av_packet_alloc());
    }

    private Packet(AVPacket packet) {
        this.packet = packet;
        if (packet == null) {
            throw new FfmpegException("no memory for a packet");
        }
    }

    /** A packet of its own for somebody who keeps it; the payload is not copied. */
    public Packet share() {
        return new Packet(avcodec.av_packet_clone(packet));
    }

    public AVPacket pointer() {
        return packet;
    }

    public int track() {
        return packet.stream_index();
    }

    /** Presentation time in the track's time base, or {@link Timebase#NONE}. */
    public long pts() {
        return packet.pts();
    }

    public long dts() {
        return packet.dts();
    }

    /** 0 when it is not known. */
    public long duration() {
        return packet.duration();
    }

    public int size() {
        return packet.size();
    }

    public boolean isKey() {
        return (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
    }

    /** The demuxer could read only a part of it, or knows it as damaged. */
    public boolean isCorrupt() {
        return (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0;
    }

    /** Needed for decoding only, not for display: an edit list leaves it out. */
    public boolean isDiscarded() {
        return (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0;
    }

    /** From here on the codec's settings are others than those of the track. */
    public boolean changesSettings() {
        return avcodec.av_packet_side_data_get(
                        packet.side_data(), packet.side_data_elems(), avcodec.AV_PKT_DATA_NEW_EXTRADATA)
                != null;
    }

    /** The demuxer says that the payload is encrypted, and nobody here has a key. */
    public boolean isEncrypted() {
        return avcodec.av_packet_side_data_get(
                        packet.side_data(), packet.side_data_elems(), avcodec.AV_PKT_DATA_ENCRYPTION_INFO)
                != null;
    }

    /**
     * Takes away times that no clock tells, as if the file had left them out: what is reckoned with the others cannot
     * overflow then, and one wrong time does not stretch a film over centuries.
     */
    void forgetSenselessTimes(Timebase timebase) {
        if (isSenseless(packet.pts(), timebase)) {
            packet.pts(Timebase.NONE);
        }
        if (isSenseless(packet.dts(), timebase)) {
            packet.dts(Timebase.NONE);
        }
        if (packet.duration() < 0 || isSenseless(packet.duration(), timebase)) {
            packet.duration(0);
        }
    }

    private static boolean isSenseless(long ticks, Timebase timebase) {
        if (ticks == Timebase.NONE) {
            return false;
        }
        long micros = timebase.toMicros(ticks);
        return ticks < -MOST_TICKS || ticks > MOST_TICKS || micros < -MOST_MICROS || micros > MOST_MICROS;
    }

    /** Moves the times that there are by so many ticks. */
    public void shift(long ticks) {
        if (packet.pts() != Timebase.NONE) {
            packet.pts(Math.addExact(packet.pts(), ticks));
        }
        if (packet.dts() != Timebase.NONE) {
            packet.dts(Math.addExact(packet.dts(), ticks));
        }
    }

    /** A view of the payload, valid until the packet changes. */
    public ByteBuffer payload() {
        return packet.size() == 0
                ? ByteBuffer.allocate(0)
                : packet.data().capacity(packet.size()).asByteBuffer();
    }

    /** Fills the packet with a copy of a coded picture; times are in the time base of whoever takes it. */
    public void fillPicture(ByteBuffer payload, long pts, PictureKind kind) {
        clear();
        FfmpegException.check(avcodec.av_new_packet(packet, payload.remaining()), "packet of " + payload.remaining());
        packet.data().capacity(payload.remaining()).asByteBuffer().put(payload);
        packet.pts(pts);
        packet.dts(pts);
        packet.duration(1);
        packet.flags(kind == PictureKind.KEY ? avcodec.AV_PKT_FLAG_KEY : 0);
    }

    public void clear() {
        avcodec.av_packet_unref(packet);
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
    }
}
