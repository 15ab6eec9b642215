package dev.slipway.media.encode;

import dev.slipway.media.ffmpeg.VideoEncoding;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.VideoOutput;
import java.util.List;
import java.util.stream.Stream;

/** The lanes of everything that is encoded as a film: the rungs, largest first, and the preview. */
public final class RungLanes {
    private RungLanes() {}

    public static List<Lane> of(Plan plan) {
        return Stream.concat(plan.rungs().stream(), Stream.of(plan.preview()))
                .map(output -> lane(output, plan))
                .toList();
    }

    private static Lane lane(VideoOutput output, Plan plan) {
        VideoEncoding encoding = Encodings.of(output, plan.timeline().rate(), plan.threads());
        return new Lane(output.path(), output.size(), output::covers, () -> new RungJob(encoding, plan.timeline()));
    }
}
