package dev.slipway.desk.bench.server;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.desk.launch.Dock;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.reference.ReferenceCommands;
import dev.slipway.media.reference.ReferenceStyle;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server computes for a publication, all of it: terms, payment, upload, checks, moderation, page; against what it
 * would take to make the same files there.
 */
public final class ServerCostItem implements BenchItem {
    private static final double TARGET = 0.1;
    private static final int CLIP_SECONDS = 30;
    private static final String OURS = "server";
    private static final String OTHER = "ffmpeg there";

    private final Path serverJar;
    private final Dock dock;

    /** @param dock what a desk publishes with; nothing of it is written to */
    public ServerCostItem(Path serverJar, Dock dock) {
        this.serverJar = serverJar;
        this.dock = dock;
    }

    @Override
    public List<String> names() {
        return List.of("server-cpu");
    }

    /** A film of a kind. */
    private record Clip(String name, Path file) {}

    /** One film with its finished files, and FFmpeg's way to make them. */
    private record Case(String name, Path files, Contender other) {}

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        int seconds = Math.min(CLIP_SECONDS, setting.scale().clipSeconds());
        List<Case> cases = new ArrayList<>();
        for (Clip clip : List.of(
                new Clip("street, 768 × 432", setting.clips().single(seconds)),
                new Clip("tiled, 1920 × 1080", setting.clips().longGroups(seconds)))) {
            cases.add(prepared(setting, clip, cases.size()));
        }
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        try (MeasuredServer server =
                MeasuredServer.start(serverJar, folder(setting, "server"), dock, setting.cancel())) {
            double first = server.publish(cases.getFirst().files());
            setting.say().accept("server-cpu: the first publication took " + Figures.one(first) + " CPU s");
            for (int round = 0; round < setting.scale().rounds(); round++) {
                for (Case film : cases) {
                    setting.cancel().throwIfCancelled();
                    keep(setting, cpu, film, OURS, server.publish(film.files()));
                    keep(setting, cpu, film, OTHER, setting.run(film.other()).cpuSeconds());
                }
            }
        }
        return List.of(result(cases, cpu, seconds));
    }

    private static void keep(
            BenchSetting setting, Map<String, List<Double>> cpu, Case film, String who, double seconds) {
        setting.say().accept("server-cpu: %s, %s: %s CPU s".formatted(film.name(), who, Figures.two(seconds)));
        cpu.computeIfAbsent(film.name() + ", " + who, any -> new ArrayList<>()).add(seconds);
    }

    private static BenchResult result(List<Case> cases, Map<String, List<Double>> cpu, int seconds) {
        List<List<String>> rows = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        double worst = 0;
        for (Case film : cases) {
            double ours = Figures.median(cpu.getOrDefault(film.name() + ", " + OURS, List.of()));
            double other = Figures.median(cpu.getOrDefault(film.name() + ", " + OTHER, List.of()));
            worst = Math.max(worst, ours / other);
            rows.add(List.of(film.name(), Figures.two(ours), Figures.two(other), Figures.three(ours / other)));
            commands.addAll(film.other().typed());
        }
        return new BenchResult(
                "server-cpu",
                "CPU that a server takes for a publication, against making the same files there with ffmpeg; the worse film",
                worst,
                TARGET,
                new Table(List.of("film of " + seconds + " s", "server: CPU s", "ffmpeg: CPU s", "ratio"), rows),
                cpu,
                commands,
                List.of(
                        "User and system seconds of the server, its PostgreSQL, its chain of play money and its sandboxed"
                                + " workers, from the desk's first question to the page; medians. A first publication that"
                                + " warms the server up is left out.",
                        "The other is the best single command by hand, as in speed-2: cascade, split, one thread for each"
                                + " encoder."));
    }

    private static Case prepared(BenchSetting setting, Clip clip, int number) {
        PrepareRequest request = new PrepareRequest(
                clip.file(),
                folder(setting, "server-files-" + number),
                PlanRequest.defaults(),
                PrepareRequest.Beginning.AFRESH);
        Plan plan = setting.measuring().plan(request, setting.cancel().forEngine());
        setting.engine()
                .prepare(request, ProgressListener.silent(), setting.cancel().forEngine());
        Path others = folder(setting, "server-other-" + number);
        Contender other = new Contender(
                OTHER,
                new ReferenceCommands(setting.program(), clip.file(), plan).of(ReferenceStyle.BY_HAND, others),
                others);
        return new Case(clip.name(), request.directory(), other);
    }

    private static Path folder(BenchSetting setting, String name) {
        try {
            return Files.createDirectories(setting.work().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
