package dev.slipway.media.mux;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkReader;
import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.VideoOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Copies a rung's or the preview's finished chunks, packet by packet, into one file. */
public final class RungAssembler {
    /** A track's clock is at least so fine, so that players' rounding stays below a tenth of a millisecond. */
    private static final long LEAST_TIMESCALE = 10_000;

    private final ChunkStore store;
    private final Timeline timeline;
    private final Runnable written;

    /** @param written is called after each picture */
    public RungAssembler(ChunkStore store, Timeline timeline, Runnable written) {
        this.store = store;
        this.timeline = timeline;
        this.written = written;
    }

    /** @param template from an encoder opened as those were that made the chunks */
    public TrackStatistics mp4(Rendition rendition, TrackTemplate template, Path file) throws IOException {
        try (TrackFile track = TrackFile.mp4(file, template, timescale())) {
            return copy(rendition, track);
        }
    }

    /** @param template from an encoder opened as those were that made the chunks */
    public TrackStatistics webm(Rendition rendition, TrackTemplate template, Path file) throws IOException {
        try (TrackFile track = TrackFile.webm(file, template)) {
            return copy(rendition, track);
        }
    }

    private int timescale() {
        long rate = timeline.rate().numerator();
        return Math.toIntExact(rate * Math.ceilDiv(LEAST_TIMESCALE, rate));
    }

    private TrackStatistics copy(Rendition rendition, TrackFile track) throws IOException {
        VideoOutput output = rendition.output();
        try (Packet packet = new Packet()) {
            int last = timeline.chunkOf(output.endFrame() - 1);
            for (int chunk = timeline.chunkOf(output.firstFrame()); chunk <= last; chunk++) {
                copyChunk(output, rendition.chunk(chunk), track, packet);
            }
        }
        track.finish();
        if (track.packets() != output.frames()) {
            throw new IOException(output.path() + " has " + track.packets() + " of " + output.frames() + " pictures");
        }
        long duration = timeline.microsAt(output.frames());
        return new TrackStatistics(track.packets(), track.payloadBytes(), duration);
    }

    private void copyChunk(VideoOutput output, ChunkId id, TrackFile track, Packet packet) throws IOException {
        try (ChunkReader reader = store.read(id)) {
            Optional<ChunkRecord> next = reader.next();
            while (next.isPresent()) {
                ChunkRecord picture = next.get();
                if (track.packets() > 0 && timeline.startsSegment(picture.frame())) {
                    track.cut();
                }
                packet.fillPicture(
                        ByteBuffer.wrap(picture.payload()), picture.frame() - output.firstFrame(), picture.kind());
                track.write(packet);
                written.run();
                next = reader.next();
            }
        }
    }
}
