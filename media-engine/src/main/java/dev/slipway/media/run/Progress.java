package dev.slipway.media.run;

import java.util.Map;

/**
 * Where a job stands.
 *
 * @param fraction from 0 to 1, never falling; what an earlier run finished counts
 * @param fps source pictures a second since the job began
 * @param speed seconds of source worked off in a second
 * @param secondsLeft a forecast at this run's average speed so far; 0 when done
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
