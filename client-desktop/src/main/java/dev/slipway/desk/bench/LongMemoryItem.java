package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.CommandRun;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.process.Shell;
import dev.slipway.desk.bench.process.Usage;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.MemoryCurve;
import dev.slipway.desk.bench.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether memory grows over an hour of video: the second half's plateau against the first half's. */
final class LongMemoryItem implements BenchItem {
    private static final double TARGET = 0.05;
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Start and end are no plateau: the machine warms up, and files are put together. */
    private static final double WARM = 0.1;

    private static final double DONE = 0.95;

    @Override
    public List<String> names() {
        return List.of("memory-1h");
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        Path clip = setting.clips().hour();
        Path folder = setting.work().resolve("hour");
        List<String> command = OwnCommand.prepare(clip, folder, "fast");
        Usage usage =
                new CommandRun(setting.cancel(), setting.work().resolve("commands.log"), LOOK).run(List.of(command));
        double first = plateau(usage, WARM, (WARM + DONE) / 2);
        double second = plateau(usage, (WARM + DONE) / 2, DONE);
        draw(setting.work().resolve(MemoryCurve.FILE_NAME), usage);
        return List.of(new BenchResult(
                "memory-1h",
                "Growth of real memory over a 1-hour input, second half against first",
                second / first - 1,
                TARGET,
                new Table(
                        List.of("first half", "second half", "peak", "wall"),
                        List.of(List.of(
                                Figures.megabytes((long) first),
                                Figures.megabytes((long) second),
                                Figures.megabytes(usage.peakBytes()),
                                Figures.one(usage.wallSeconds()) + " s"))),
                Map.of("halves", List.of(first, second)),
                List.of(Shell.quoted(command)),
                List.of(
                        "256 × 144 of the street camera, looped to 3600 s; medians of a look each second.",
                        "![Memory over one hour](images/" + MemoryCurve.FILE_NAME + ")")));
    }

    private static void draw(Path file, Usage usage) {
        String title = "Real memory of slipway prepare over one hour of video (desk and worker together)";
        try {
            Files.writeString(file, new MemoryCurve(usage.memory()).svg(title));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double plateau(Usage usage, double from, double until) {
        List<Double> bytes = new ArrayList<>();
        double end = usage.memory().getLast().seconds();
        usage.memory().stream()
                .filter(sample -> sample.seconds() >= from * end && sample.seconds() < until * end)
                .forEach(sample -> bytes.add((double) sample.bytes()));
        return Figures.median(bytes);
    }
}
