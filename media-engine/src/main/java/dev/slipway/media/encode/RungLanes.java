package dev.slipway.media.encode;

import dev.slipway.media.device.Rendition;
import dev.slipway.media.device.Roster;
import dev.slipway.media.plan.Timeline;
import java.util.List;

/** The lanes of everything that is encoded as a film. */
public final class RungLanes {
    private RungLanes() {}

    public static List<Lane> of(Roster roster, Timeline timeline) {
        return roster.renditions().stream()
                .map(rendition -> lane(rendition, roster, timeline))
                .toList();
    }

    private static Lane lane(Rendition rendition, Roster roster, Timeline timeline) {
        return new Lane(
                rendition.output().path(),
                rendition.output().size(),
                rendition.output()::covers,
                () -> new RungJob(rendition, roster::open, timeline),
                rendition.chunks(),
                rendition.isOnDevice() ? reason -> lane(roster.replace(rendition, reason), roster, timeline) : null);
    }
}
