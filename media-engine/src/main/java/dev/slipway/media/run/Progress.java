package dev.slipway.media.run;

import java.util.Map;

/**
 * Where a job stands.
 *
 * @param fraction from 0 to 1, never falling; what an earlier run finished counts
 * @param fps source pictures a second since the job began
 * @param speed seconds of source worked off in a second
 * @param secondsLeft a forecast at this run's average speed so far; 0 when done
 * @param outputBytes what each output holds so far, by file name
 */
public record Progress(double fraction, double fps, double speed, double secondsLeft, Map<String, Long> outputBytes) {

    public Progress {
        outputBytes = Map.copyOf(outputBytes);
    }
}
