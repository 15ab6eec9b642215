package dev.slipway.desk.bench.desk;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.DeskProcess;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.process.Shell;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How soon the window is there: with nothing prepared, with the launcher's archive of classes, with an AOT cache. */
public final class FirstWindowItem implements BenchItem {
    private static final String CACHE = "AOT cache (JEP 514)";

    @Override
    public List<String> names() {
        return List.of("first-window");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        Path home = setting.work().resolve("desk");
        Path cache = setting.work().resolve("desk.aot");
        Path archive = setting.work().resolve("desk.jsa");
        open(setting, OwnCommand.desktop(List.of("-XX:AOTCacheOutput=" + cache)), home);
        List<String> archived = List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
        open(setting, OwnCommand.desktop(archived), home);
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("Java's own archive only", OwnCommand.desktop(List.of()));
        ways.put("the launcher's archive of classes", OwnCommand.desktop(archived));
        if (Files.exists(cache)) {
            ways.put(CACHE, OwnCommand.desktop(List.of("-XX:AOTCache=" + cache)));
        }
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < setting.scale().rounds(); round++) {
            ways.forEach((way, command) -> {
                double taken = open(setting, command, home);
                seconds.computeIfAbsent(way, any -> new ArrayList<>()).add(taken);
                setting.say().accept("first-window: %s, %s s".formatted(way, Figures.two(taken)));
            });
        }
        return List.of(new BenchResult(
                "first-window",
                "Seconds from the start of Java to the first window that can be seen",
                null,
                null,
                table(seconds),
                seconds,
                ways.values().stream().map(Shell::quoted).toList(),
                List.of(
                        "Medians of interleaved rounds, with an empty library. " + OwnCommand.screen(),
                        Files.exists(cache)
                                ? "The AOT cache comes from one window that was opened and closed."
                                : "Java made no AOT cache here.")));
    }

    private static double open(BenchSetting setting, List<String> command, Path home) {
        try (DeskProcess desk = DeskProcess.start(command, home, setting.work().resolve("commands.log"))) {
            return desk.secondsUntilShown(setting.cancel());
        }
    }

    private static Table table(Map<String, List<Double>> seconds) {
        double first = Figures.median(seconds.values().iterator().next());
        List<List<String>> rows = new ArrayList<>();
        seconds.forEach((way, measured) -> rows.add(List.of(
                way, Figures.two(Figures.median(measured)), Figures.two(Figures.median(measured) / first) + " ×")));
        return new Table(List.of("with", "seconds", "of the first"), rows);
    }
}
