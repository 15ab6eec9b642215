package dev.slipway.media.check;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.util.Locale;

/**
 * Counts which of a file's small pictures belong to the film. A few may fall between two pictures that were kept for
 * comparison; no stretch of them may, nor the last, on which a player may stop.
 */
final class MatchCount {
    /** A still is compared with pictures near its own, not with its own. */
    static final double LEAST_LIKENESS = 0.6;

    private static final double LEAST_SHARE = 0.95;
    private static final int LONGEST_RUN = 3;

    private final long longestRun;
    private long pictures;
    private long strangers;
    private long run;
    private long worstRun;
    private double least = 1;

    /** @param film what the pictures were compared with */
    MatchCount(FilmStrip film) {
        this.longestRun = Math.max(LONGEST_RUN, film.spacing());
    }

    void add(double likeness) {
        pictures++;
        least = Math.min(least, likeness);
        if (likeness >= LEAST_LIKENESS) {
            run = 0;
        } else {
            strangers++;
            run++;
            worstRun = Math.max(worstRun, run);
        }
    }

    long pictures() {
        return pictures;
    }

    void require(Artifact artifact) {
        boolean belongs =
                pictures > 0 && strangers <= (1 - LEAST_SHARE) * pictures && worstRun <= longestRun && run == 0;
        if (!belongs) {
            throw refusal(
                    artifact,
                    String.format(
                            Locale.ROOT,
                            "%d of %d pictures belong to another film, up to %d in a row, least likeness %.3f",
                            strangers,
                            pictures,
                            worstRun,
                            least));
        }
    }

    static Refusal refusal(Artifact artifact, String detail) {
        return new Refusal(
                ProblemCode.PICTURES_DIFFER,
                artifact.path(),
                artifact.path() + " does not show the same video as the other files. Prepare the video again and"
                        + " publish what comes out.",
                detail);
    }
}
