package dev.slipway.media.encode.lane;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.device.DeviceLostException;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a lane's pictures into chunks and keeps each chunk when it is whole; finished ones are passed over. */
public final class LaneStage implements AutoCloseable {
    private static final int NONE = -1;

    private final Lane lane;
    private final Timeline timeline;
    private final ChunkStore store;
    private final ProgressMeter meter;
    private final LostLanes lost;
    private int chunk = NONE;
    private @Nullable ChunkJob job;
    private @Nullable ChunkWriter writer;

    public LaneStage(Lane lane, Timeline timeline, ChunkStore store, ProgressMeter meter, LostLanes lost) {
        this.lane = lane;
        this.timeline = timeline;
        this.store = store;
        this.meter = meter;
        this.lost = lost;
    }

    /** Pictures of a lane that has lost its device are passed over. */
    public void picture(Frame picture) throws IOException {
        if (lost.contains(lane)) {
            return;
        }
        try {
            encode(picture);
        } catch (DeviceLostException e) {
            lost.add(lane, e);
            close();
        }
    }

    private void encode(Frame picture) throws IOException {
        int current = timeline.chunkOf(picture.pts());
        if (current != chunk) {
            finishChunk();
            beginChunk(current);
        }
        if (job != null && writer != null) {
            job.picture(picture, writer);
            meter.done(lane);
        }
    }

    public void end() throws IOException {
        try {
            finishChunk();
        } catch (DeviceLostException e) {
            lost.add(lane, e);
            close();
        }
    }

    private void beginChunk(int index) throws IOException {
        chunk = index;
        ChunkId id = lane.chunks().apply(index);
        if (!store.isFinished(id)) {
            writer = store.write(id);
            job = lane.jobs().begin();
        }
    }

    private void finishChunk() throws IOException {
        if (job != null && writer != null) {
            job.finish(writer);
            writer.commit();
            meter.wrote(lane, writer.payload());
        }
        close();
    }

    @Override
    public void close() throws IOException {
        if (job != null) {
            job.close();
            job = null;
        }
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
