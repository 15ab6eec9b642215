package dev.slipway.media.protect.survival;

import dev.slipway.media.protect.survival.SurvivalReport.RungSurvival;
import java.util.Map;

/** Everything that is added up for one rung. */
final class RungTally {
    private final String path;
    private final Correlation survival = new Correlation();
    private final Correlation control = new Correlation();

    RungTally(String path) {
        this.path = path;
    }

    /**
     * @param original luma without noise
     * @param treated luma with the film's noise
     * @param otherwise luma with the noise of another seed
     */
    void add(byte[] original, byte[] treated, byte[] otherwise, byte[] decoded) {
        survival.add(original, treated, decoded);
        control.add(original, otherwise, decoded);
    }

    RungSurvival result(Map<String, Long> cleanBytes, Map<String, Long> treatedBytes) {
        double clean = cleanBytes.getOrDefault(path, 0L);
        double treated = treatedBytes.getOrDefault(path, 0L);
        return new RungSurvival(path, survival.share(), control.share(), clean == 0 ? 0 : treated / clean - 1);
    }
}
