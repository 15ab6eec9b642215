package dev.slipway.media.twopass;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.encode.lane.ChunkJob;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks at one chunk and keeps a record a segment: the number of its first picture and the encoder's statistics. */
final class StatisticsJob implements ChunkJob {
    private final VideoEncoding encoding;
    private final Timeline timeline;
    private @Nullable Encoder encoder;
    private long firstFrame;

    StatisticsJob(VideoEncoding encoding, Timeline timeline) {
        this.encoding = encoding;
        this.timeline = timeline;
    }

    @Override
    public void picture(Frame picture, ChunkWriter chunk) throws IOException {
        if (timeline.startsSegment(picture.pts())) {
            finish(chunk);
        }
        if (encoder == null) {
            encoder = Encoder.forFirstPass(encoding);
            firstFrame = picture.pts();
        }
        picture.requestKind(PictureKind.DEPENDENT);
        encoder.encode(picture, packet -> {});
    }

    @Override
    public void finish(ChunkWriter chunk) throws IOException {
        if (encoder != null) {
            encoder.encode(null, packet -> {});
            chunk.add(new ChunkRecord(firstFrame, PictureKind.KEY, encoder.statistics()));
            close();
        }
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }
}
