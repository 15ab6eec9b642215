package dev.slipway.media.twopass;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkReader;
import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.device.Roster;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.lane.RungLanes;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Passes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The first pass of all renditions that need one, and the encoders that spend by what it learnt. Statistics are kept in
 * the store under a name of their own, so that a run can go on in the middle of either pass. A rendition on a device has
 * them too, because software may have to take its place.
 */
public final class TwoPasses implements RungLanes.SegmentEncoders {
    private final Roster roster;
    private final ChunkStore store;
    private final Timeline timeline;

    public TwoPasses(Roster roster, ChunkStore store, Timeline timeline) {
        this.roster = roster;
        this.store = store;
        this.timeline = timeline;
    }

    /** What has to be looked at before anything is encoded; empty where one pass does. */
    public List<Lane> firstPass() {
        return roster.renditions().stream()
                .filter(rendition -> rendition.output().passes() == Passes.TWO)
                .map(this::lane)
                .toList();
    }

    private Lane lane(Rendition rendition) {
        Rendition substitute = rendition.substitute();
        VideoEncoding encoding = (substitute == null ? rendition : substitute).encoding();
        return new Lane(
                rendition.output().path(),
                rendition.output().size(),
                rendition.output()::covers,
                () -> new StatisticsJob(encoding, timeline),
                chunk -> new ChunkId(statisticsOf(rendition), chunk),
                null,
                Lane.Bytes.OF_OTHER_WORK);
    }

    private static String statisticsOf(Rendition rendition) {
        return rendition.output().path() + ".statistics";
    }

    @Override
    public PictureEncoder open(Rendition rendition, long firstFrame) throws IOException {
        VideoEncoding encoding = rendition.encodingFrom(timeline.segmentOf(firstFrame));
        return rendition.output().passes() == Passes.TWO && !rendition.isOnDevice()
                ? Encoder.forSecondPass(encoding, statistics(rendition, firstFrame))
                : roster.open(encoding);
    }

    private byte[] statistics(Rendition rendition, long firstFrame) throws IOException {
        ChunkId id = new ChunkId(statisticsOf(rendition), timeline.chunkOf(firstFrame));
        try (ChunkReader reader = store.read(id)) {
            Optional<ChunkRecord> next = reader.next();
            while (next.isPresent() && next.get().frame() != firstFrame) {
                next = reader.next();
            }
            return next.map(ChunkRecord::payload)
                    .orElseThrow(() -> new IOException("the first pass of "
                            + rendition.output().path() + " says nothing of picture " + firstFrame));
        }
    }
}
