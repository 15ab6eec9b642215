package dev.slipway.media.quality;

import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.probe.source.SourceFormats;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The pictures of a finished rung, from one of its key frames on. Not thread-safe. */
public final class FinishedRung implements AutoCloseable {
    private final Opened opened = new Opened();
    private final Timeline timeline;
    private final Demuxer demuxer;
    private final Track track;
    private final Decoder decoder;
    private final Packet packet;
    private final Deque<Frame> ready = new ArrayDeque<>();
    private boolean drained;

    /** @param first number of a picture that begins a segment */
    public FinishedRung(Path file, Timeline timeline, long first) {
        this.timeline = timeline;
        try {
            packet = opened.with(new Packet(), Packet::close);
            demuxer = opened.with(Demuxer.open(file, SourceFormats.ALLOWED), Demuxer::close);
            track = demuxer.tracks().getFirst();
            demuxer.seek(track, track.timebase().fromMicros(timeline.microsAt(first)) + 1);
            decoder = opened.with(Decoder.open(track, 1), Decoder::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The luma of the picture with this number, or null past the end; numbers only rise from call to call. */
    public byte @Nullable [] luma(long number) {
        try (@Nullable Frame picture = picture(number)) {
            return picture == null ? null : picture.plane(0);
        }
    }

    /** The picture with this number, which is then the caller's, or null past the end; numbers only rise. */
    public @Nullable Frame picture(long number) {
        Frame picture = next();
        while (picture != null && timeline.frameAt(track.timebase().toMicros(picture.bestTime())) < number) {
            picture.close();
            picture = next();
        }
        return picture;
    }

    private @Nullable Frame next() {
        while (ready.isEmpty() && !drained) {
            drained = !demuxer.read(packet);
            decoder.decode(drained ? null : packet, frame -> ready.addLast(frame.share()));
        }
        return ready.pollFirst();
    }

    @Override
    public void close() {
        ready.forEach(Frame::close);
        opened.close();
    }
}
