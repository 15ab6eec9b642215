package dev.slipway.media.plan;

import dev.slipway.media.plan.wish.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rungs a source gets, by its short side, largest first. The source's own size is the top rung even where it is
 * none of the usual ones; a usual size that is nearly as large as the rung above it is left out.
 */
final class Ladder {
    private static final List<Integer> USUAL = List.of(2160, 1440, 1080, 720, 480, 360, 240);
    private static final double NEARLY_AS_LARGE = 0.76;
    private static final double FAST_STEP = 0.5;
    private static final int LOWEST = 240;

    private Ladder() {}

    static List<Integer> shortSides(int sourceShortSide, Recipe recipe) {
        List<Integer> rungs = new ArrayList<>();
        int top = Math.min(sourceShortSide, USUAL.getFirst());
        rungs.add(top);
        double step = recipe == Recipe.FAST ? FAST_STEP : NEARLY_AS_LARGE;
        int most = recipe == Recipe.FAST ? 2 : USUAL.size();
        for (int side : USUAL) {
            if (rungs.size() < most && side <= rungs.getLast() * step) {
                rungs.add(side);
            }
        }
        if (rungs.size() == 1 && top > LOWEST) {
            rungs.add(LOWEST);
        }
        return rungs;
    }
}
