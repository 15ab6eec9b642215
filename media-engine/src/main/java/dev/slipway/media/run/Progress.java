package dev.slipway.media.run;

import java.util.Map;

/**
 * Where a job stands.
 *
 * @param fraction from 0 to 1, never falling; what an earlier run finished counts
 * @param fps pictures of the film worked off in a second by this run, in the share that all of its work has come to; 0
 *     while there is nothing to judge by
 * @param speed seconds of the film worked off in a second, its sound included, as {@code fps}
 * @param secondsLeft at this run's average speed so far, or as it was forecast while there is nothing to judge by; 0 when
 *     done, and before anything is known
 * @param outputBytes what was made for each output so far, by file name, never falling; stills only when they are
 *     packed. An output that was made again with less is smaller in the end: how large files are, the manifest says
 */
public record Progress(double fraction, double fps, double speed, double secondsLeft, Map<String, Long> outputBytes) {

    public Progress {
        // Written so that a fraction that is no number is refused too.
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("how far a job is goes from 0 to 1, not " + fraction);
        }
        outputBytes = Map.copyOf(outputBytes);
    }
}
