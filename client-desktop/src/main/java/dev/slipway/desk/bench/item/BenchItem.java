package dev.slipway.desk.bench.item;

import dev.slipway.desk.bench.report.BenchResult;
import java.util.List;

/** One thing that the bench measures. */
public interface BenchItem {
    /** The names it answers to; the first one is its own. */
    List<String> names();

    /** Whether it is left out unless it is asked for. */
    default boolean isLong() {
        return false;
    }

    List<BenchResult> measure(BenchSetting setting);
}
