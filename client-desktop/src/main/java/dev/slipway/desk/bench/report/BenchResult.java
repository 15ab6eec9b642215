package dev.slipway.desk.bench.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one item found out.
 *
 * @param name such as {@code speed-1}
 * @param question what was measured, in a sentence
 * @param figure the item's own number, or null where the table says it all
 * @param target the most that the figure may be, or null where nothing was promised
 * @param figures every single measurement by its name, so that a reader can check the medians
 * @param commands what was compared, as typed
 * @param notes what a reader has to know to judge it
 */
public record BenchResult(
        String name,
        String question,
        @Nullable Double figure,
        @Nullable Double target,
        Table table,
        Map<String, List<Double>> figures,
        List<String> commands,
        List<String> notes) {
    public BenchResult {
        commands = List.copyOf(commands);
        notes = List.copyOf(notes);
    }

    /** One short round says nothing about targets, so that it misses none. */
    public boolean missed(Scale scale) {
        return scale == Scale.FULL && figure != null && target != null && figure > target;
    }

    public String verdict(Scale scale) {
        if (figure == null) {
            return "measured";
        }
        String value = Figures.three(figure);
        if (target == null) {
            return value;
        }
        if (scale == Scale.QUICK) {
            return value + ", not judged";
        }
        return value + (missed(scale) ? ", MISSED" : ", met") + " (at most " + Figures.three(target) + ")";
    }
}
