package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much sooner a job is done with more processors, with as many as there are. */
final class ScalingItem implements BenchItem {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final int MOST_ROUNDS = 3;

    @Override
    public List<String> names() {
        return List.of("scaling");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        if (!Files.isExecutable(TASKSET)) {
            return List.of(result(
                    new Table(List.of("processors"), List.of()),
                    Map.of(),
                    List.of(),
                    List.of("Not measured: taskset (Debian package util-linux) is missing.")));
        }
        Path clip = setting.clips().tiled(Math.min(20, setting.scale().clipSeconds()));
        int processors = Runtime.getRuntime().availableProcessors();
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        for (int round = 0; round < Math.min(MOST_ROUNDS, setting.scale().rounds()); round++) {
            for (int count = 1; count <= processors; count *= 2) {
                Contender contender = contender(setting, clip, count);
                if (round == 0) {
                    commands.addAll(contender.typed());
                }
                double wall = setting.run(contender).wallSeconds();
                seconds.computeIfAbsent(Integer.toString(count), any -> new ArrayList<>())
                        .add(wall);
                setting.say().accept("scaling: %d processors, %s s".formatted(count, Figures.one(wall)));
            }
        }
        return List.of(result(
                table(seconds),
                seconds,
                commands,
                List.of("Wall time of the whole command, medians; the machine has " + processors + " processors.")));
    }

    private static BenchResult result(
            Table table, Map<String, List<Double>> seconds, List<String> commands, List<String> notes) {
        return new BenchResult(
                "scaling", "Wall time with more processors", null, null, table, seconds, commands, notes);
    }

    private static Contender contender(BenchSetting setting, Path clip, int count) {
        Path folder = setting.work().resolve("scaling");
        List<String> command = new ArrayList<>(List.of(TASKSET.toString(), "-c", "0-" + (count - 1)));
        command.addAll(OwnCommand.prepare(clip, folder, "web"));
        return new Contender("slipway prepare", List.of(command), folder);
    }

    private static Table table(Map<String, List<Double>> seconds) {
        double one = Figures.median(seconds.getOrDefault("1", List.of()));
        List<List<String>> rows = new ArrayList<>();
        seconds.forEach((count, measured) -> rows.add(List.of(
                count, Figures.one(Figures.median(measured)), Figures.two(one / Figures.median(measured)) + " ×")));
        return new Table(List.of("processors", "seconds", "times as fast as with one"), rows);
    }
}
