package dev.slipway.media.encode;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.encode.crew.Crew;
import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.lane.LaneStage;
import dev.slipway.media.encode.lane.LostLanes;
import dev.slipway.media.encode.lane.ProgressMeter;
import dev.slipway.media.encode.picture.NormalisingChain;
import dev.slipway.media.encode.picture.PictureFilter;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.encode.picture.RungScaler;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.probe.picture.PictureTraits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of stages that pictures run down: normalised at the root, then from each rung to the outputs for which it is
 * the smallest rung that is not smaller than they are.
 */
final class Cascade {
    private static final int QUEUED_PICTURES = 6;

    private final Plan plan;
    private final ChunkStore store;
    private final ProgressMeter meter;
    private final LostLanes lost;
    private final Timebase clock;
    private final PictureTreatment treatment;

    /** @param lost takes the lanes whose device fails */
    Cascade(Plan plan, ChunkStore store, ProgressMeter meter, LostLanes lost, PictureTreatment treatment) {
        this.plan = plan;
        this.store = store;
        this.meter = meter;
        this.lost = lost;
        this.treatment = treatment;
        this.clock = Timebase.ofRate(plan.timeline().rate());
    }

    /**
     * Starts a thread for the root and one for each lane.
     *
     * @param traits of the decoded pictures
     * @return where decoded pictures go in, numbered by their place on the time line
     */
    FrameQueue start(Crew crew, List<Lane> lanes, PictureTraits traits) {
        FrameQueue entrance = crew.queue(QUEUED_PICTURES);
        NormalisingChain chain = new NormalisingChain(plan.topSize(), traits);
        Stage root = Stage.root(entrance, new PictureFilter(chain, clock, plan.threads()), treatment);
        Map<Size, Stage> rungs = new LinkedHashMap<>();
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (Lane lane : bySize(lanes)) {
            FrameQueue queue = crew.queue(QUEUED_PICTURES);
            LaneStage output = new LaneStage(lane, plan.timeline(), store, meter, lost);
            Stage stage = new Stage(queue, new PictureFilter(RungScaler.scaleTo(lane.size()), clock, 1), output);
            parent(rungs, lane.size(), root).feed(queue, lane.wants());
            if (seesEveryPicture(lane)) {
                rungs.putIfAbsent(lane.size(), stage);
            }
            stages.put(lane.path(), stage);
        }
        stages.forEach(crew::start);
        crew.start("pictures", root);
        return entrance;
    }

    private boolean seesEveryPicture(Lane lane) {
        return plan.rungs().stream().anyMatch(rung -> rung.path().equals(lane.path()));
    }

    private static List<Lane> bySize(List<Lane> lanes) {
        return lanes.stream()
                .sorted(Comparator.comparingLong((Lane lane) -> lane.size().pixels())
                        .reversed())
                .toList();
    }

    private static Stage parent(Map<Size, Stage> rungs, Size size, Stage root) {
        return rungs.entrySet().stream()
                .filter(entry -> entry.getKey().pixels() >= size.pixels())
                .min(Comparator.comparingLong(entry -> entry.getKey().pixels()))
                .map(Map.Entry::getValue)
                .orElse(root);
    }
}
