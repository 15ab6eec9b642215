package dev.slipway.media.encode.lane;

import dev.slipway.media.device.Rendition;
import dev.slipway.media.device.Roster;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import java.util.List;

/** The lanes of everything that is encoded as a film. */
public final class RungLanes {
    private RungLanes() {}

    /** Opens a fresh encoder wherever one has to begin. */
    @FunctionalInterface
    public interface SegmentEncoders {

        /** @param firstFrame number on the time line of the first picture that it will get */
        PictureEncoder open(Rendition rendition, long firstFrame) throws IOException;
    }

    public static List<Lane> of(Roster roster, SegmentEncoders encoders, Timeline timeline) {
        return roster.renditions().stream()
                .map(rendition -> lane(rendition, roster, encoders, timeline))
                .toList();
    }

    private static Lane lane(Rendition rendition, Roster roster, SegmentEncoders encoders, Timeline timeline) {
        return new Lane(
                rendition.output().path(),
                rendition.output().size(),
                rendition.output()::covers,
                () -> new RungJob(rendition, encoders, timeline),
                rendition::chunk,
                rendition.isOnDevice()
                        ? reason -> lane(roster.replace(rendition, reason), roster, encoders, timeline)
                        : null,
                Lane.Bytes.OF_THE_OUTPUT);
    }
}
