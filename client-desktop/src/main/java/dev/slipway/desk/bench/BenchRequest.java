package dev.slipway.desk.bench;

import dev.slipway.desk.bench.report.Scale;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param names of items; none means all of the ordinary ones
 * @param length whether the ones that take hours are among "all"
 * @param media the folder with the natural clips
 * @param results where figures and report go
 * @param docs the project's docs folder, which gets report, plot and the tables of codecs.md, or null
 */
public record BenchRequest(
        Set<String> names,
        Scale scale,
        Length length,
        Path media,
        Path results,
        @Nullable Path docs) {
    /** Which items "all" means. */
    public enum Length {
        ORDINARY,
        WITH_LONG
    }

    public BenchRequest {
        names = Set.copyOf(names);
    }
}
