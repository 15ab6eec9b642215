package dev.slipway.desk.bench;

import dev.slipway.desk.bench.report.BenchResult;

/** Hears how a bench goes on. */
public interface BenchListener {
    /** @param fraction of the items that are done */
    void begins(String item, double fraction);

    void say(String line);

    void measured(BenchResult result);
}
