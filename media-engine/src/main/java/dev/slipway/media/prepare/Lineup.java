package dev.slipway.media.prepare;

import dev.slipway.media.device.Roster;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.lane.RungLanes;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.ThumbnailOutput;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.PosterOutput;
import dev.slipway.media.still.PosterJob;
import dev.slipway.media.still.ThumbnailJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every output of a plan that is made from pictures. */
final class Lineup {
    private Lineup() {}

    static List<Lane> of(Plan plan, Roster roster, RungLanes.SegmentEncoders encoders) {
        List<Lane> lanes = new ArrayList<>(RungLanes.of(roster, encoders, plan.timeline()));
        lanes.add(poster(plan.poster(), plan.timeline()));
        lanes.add(thumbnails(plan));
        return lanes;
    }

    private static Lane poster(PosterOutput poster, Timeline timeline) {
        return new Lane(
                poster.path(),
                poster.size(),
                poster::needs,
                () -> new PosterJob(poster, timeline),
                Lane.Bytes.OF_OTHER_WORK);
    }

    private static Lane thumbnails(Plan plan) {
        ThumbnailOutput sheet = plan.thumbnails();
        Set<Long> pictures = IntStream.range(0, sheet.frames())
                .mapToObj(cell -> sheet.pictureOf(cell, plan.timeline()))
                .collect(Collectors.toUnmodifiableSet());
        return new Lane(sheet.path(), sheet.size(), pictures::contains, ThumbnailJob::new, Lane.Bytes.OF_OTHER_WORK);
    }
}
