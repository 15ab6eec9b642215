package dev.slipway.media.protect.survival;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.quality.FinishedRung;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** All finished rungs, read side by side from one picture on. */
final class FinishedRungs implements AutoCloseable {
    private final Map<VideoOutput, FinishedRung> rungs = new LinkedHashMap<>();

    FinishedRungs(Plan plan, Path folder, long first) {
        try {
            for (VideoOutput rung : plan.rungs()) {
                rungs.put(rung, new FinishedRung(folder.resolve(rung.path()), plan.timeline(), first));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Gives the decoded luma of one picture in each rung that has it. */
    void luma(long number, BiConsumer<VideoOutput, byte[]> taker) {
        rungs.forEach((output, rung) -> {
            byte[] luma = rung.luma(number);
            if (luma != null) {
                taker.accept(output, luma);
            }
        });
    }

    @Override
    public void close() {
        rungs.values().forEach(FinishedRung::close);
    }
}
