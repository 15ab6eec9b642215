package dev.slipway.media.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job will make and take, told before anything is made.
 *
 * @param table for a person: a line an output
 * @param outputs the files that are forecast, in the plan's order
 * @param bytes of all files together
 * @param seconds of wall time on this machine while nothing else runs
 * @param cpuSeconds of all threads together
 * @param memoryBytes real memory that the job is held to
 * @param basis what the forecast rests on, in a sentence
 * @param quality the rate that was found for a wanted quality, or null where none was wished
 */
public record Outlook(
        String table,
        List<Expected> outputs,
        long bytes,
        double seconds,
        double cpuSeconds,
        long memoryBytes,
        String basis,
        @Nullable FoundQuality quality) {
    public Outlook {
        outputs = List.copyOf(outputs);
    }

    /**
     * One file.
     *
     * @param shape its size in pixels, or what it sounds like
     * @param bitrate the most it may take in bits a second
     */
    public record Expected(String path, String shape, long bitrate, long bytes) {}
}
