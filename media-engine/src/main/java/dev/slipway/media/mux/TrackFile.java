package dev.slipway.media.mux;

import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.container.Muxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file with one track. As MP4 it has one fragment a segment and an index of them ({@code sidx}) at its front, and its
 * header is written after the first packets are known ({@code delay_moov}), without which Opus's pre-skip is lost. Not
 * thread-safe.
 */
public final class TrackFile implements AutoCloseable {
    private static final Map<String, String> FRAGMENTED = Map.of(
            "movflags", "frag_custom+delay_moov+default_base_moof+global_sidx+skip_trailer",
            "use_stream_ids_as_track_ids", "0");

    private final Muxer muxer;
    private long packets;
    private long payloadBytes;
    private boolean headerWritten;

    private TrackFile(Muxer muxer) {
        this.muxer = muxer;
    }

    /** @param encoder opened as those were that made the packets; it may be closed afterwards */
    public static TrackFile mp4(Path file, Encoder encoder, int timescale) {
        try (TrackTemplate template = encoder.template()) {
            return mp4(file, template, timescale);
        }
    }

    /** @param template from an encoder opened as those were that made the packets */
    public static TrackFile mp4(Path file, TrackTemplate template, int timescale) {
        return open(file, "mp4", template, timescale, FRAGMENTED);
    }

    public static TrackFile webm(Path file, TrackTemplate template) {
        return open(file, "webm", template, 1000, Map.of("cues_to_front", "0"));
    }

    private static TrackFile open(
            Path file, String format, TrackTemplate template, int timescale, Map<String, String> options) {
        Muxer muxer = new Muxer(file, format);
        try {
            muxer.addTrack(template, timescale);
            muxer.start(options);
            return new TrackFile(muxer);
        } catch (RuntimeException e) {
            muxer.close();
            throw e;
        }
    }

    /** Writes and empties the packet, whose times are in the encoder's time base. */
    public void write(Packet packet) {
        packets++;
        payloadBytes += packet.size();
        muxer.write(packet, 0);
    }

    /** Ends the segment; the next packet begins another. */
    public void cut() {
        if (!headerWritten) {
            // With delay_moov the first flush writes the header alone and keeps the packets.
            muxer.cut();
            headerWritten = true;
        }
        muxer.cut();
    }

    public void finish() {
        muxer.finish();
    }

    public long packets() {
        return packets;
    }

    public long payloadBytes() {
        return payloadBytes;
    }

    @Override
    public void close() {
        muxer.close();
    }
}
