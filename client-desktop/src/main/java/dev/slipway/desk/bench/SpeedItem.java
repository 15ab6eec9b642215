package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.process.Usage;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.reference.ReferenceCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Processor time of our whole command against FFmpeg's own program doing the same work in up to three ways, all of them
 * in turn in each round, so that a machine's moods meet all alike.
 */
final class SpeedItem implements BenchItem {
    private static final String OURS = "slipway prepare";
    /** Less is no difference that any eye or any second run of the same would tell. */
    private static final double ALIKE_DECIBELS = 0.05;

    private final Set<SpeedPromise> promises;

    /** @param names of the promises to look at; all of them where none is among the names */
    SpeedItem(Set<String> names) {
        Set<SpeedPromise> chosen = EnumSet.noneOf(SpeedPromise.class);
        for (SpeedPromise promise : SpeedPromise.values()) {
            if (names.contains(promise.itemName())) {
                chosen.add(promise);
            }
        }
        promises = chosen.isEmpty() || names.contains("speed") ? EnumSet.allOf(SpeedPromise.class) : chosen;
    }

    @Override
    public List<String> names() {
        return List.of("speed", "speed-1", "speed-2", "speed-3");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        Path clip = setting.clips().tiled(setting.scale().clipSeconds());
        Plan plan = plan(setting, clip);
        Contender ours = ours(setting, clip);
        Map<SpeedPromise, Contender> others = new EnumMap<>(SpeedPromise.class);
        promises.forEach(promise -> others.put(promise, reference(setting, clip, plan, promise)));
        List<Contender> all = new ArrayList<>(List.of(ours));
        all.addAll(others.values());
        Map<String, List<Double>> cpu = race(setting, all);
        RungTable rungs = new RungTable(setting, clip, plan);
        List<BenchResult> results = new ArrayList<>();
        others.forEach((promise, other) -> {
            Table table = rungs.of(List.of(ours, other), promise.detail());
            results.add(result(setting, promise, ours, other, cpu, table));
            if (promise.detail() == RungTable.Detail.SIZE_AND_XPSNR) {
                results.add(quality(promise, rungs.worstLoss(ours, other)));
            }
        });
        return results;
    }

    private static BenchResult result(
            BenchSetting setting,
            SpeedPromise promise,
            Contender ours,
            Contender other,
            Map<String, List<Double>> cpu,
            Table table) {
        List<Double> own = cpu.getOrDefault(ours.name(), List.of());
        List<Double> theirs = cpu.getOrDefault(other.name(), List.of());
        List<String> commands = new ArrayList<>(ours.typed());
        commands.addAll(other.typed());
        return new BenchResult(
                promise.itemName(),
                promise.question(),
                Figures.median(own) / Figures.median(theirs),
                promise.target(),
                table,
                Map.of(OURS, own, other.name(), theirs),
                commands,
                notes(setting));
    }

    /** A promise that is about quality is not kept by looking worse. */
    private static BenchResult quality(SpeedPromise promise, double loss) {
        return new BenchResult(
                promise.itemName() + "-quality",
                "dB of XPSNR-Y that the other has more, in the rung where that is most",
                loss,
                ALIKE_DECIBELS,
                new Table(List.of(), List.of()),
                Map.of(),
                List.of(),
                List.of(
                        "The rungs are those of the table above; what the other's greater files buy, and why ours are not made"
                                + " like that, is in docs/decisions/0009."));
    }

    private static List<String> notes(BenchSetting setting) {
        return List.of(
                ("Medians of %d interleaved rounds; user and system seconds of all processes, both Java virtual"
                                + " machines from their start included.")
                        .formatted(setting.scale().rounds()),
                ("The clip: %d s of 1536 × 864, four moments of the street camera tiled 2 × 2, because no long natural"
                                + " clip of that size is at hand.")
                        .formatted(setting.scale().clipSeconds()));
    }

    private static Plan plan(BenchSetting setting, Path clip) {
        PrepareRequest request = new PrepareRequest(
                clip, setting.work().resolve("plan"), PlanRequest.defaults(), PrepareRequest.Beginning.AFRESH);
        return setting.measuring().plan(request, setting.cancel().forEngine());
    }

    private static Contender ours(BenchSetting setting, Path clip) {
        Path folder = folder(setting, "ours");
        return new Contender(OURS, List.of(OwnCommand.prepare(clip, folder, "web")), folder);
    }

    private static Contender reference(BenchSetting setting, Path clip, Plan plan, SpeedPromise promise) {
        Path folder = folder(setting, promise.itemName());
        ReferenceCommands commands = new ReferenceCommands(setting.program(), clip, plan);
        return new Contender(promise.contender(), commands.of(promise.style(), folder), folder);
    }

    private static Path folder(BenchSetting setting, String name) {
        try {
            return Files.createDirectories(setting.work().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each begins a round as often as the others: what ran before leaves its mark on caches and clocks. */
    private static Map<String, List<Double>> race(BenchSetting setting, List<Contender> contenders) {
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        for (int round = 0; round < setting.scale().rounds(); round++) {
            List<Contender> order = new ArrayList<>(contenders);
            Collections.rotate(order, round);
            for (Contender contender : order) {
                Usage usage = setting.run(contender);
                cpu.computeIfAbsent(contender.name(), any -> new ArrayList<>()).add(usage.cpuSeconds());
                String line = "round %d: %s took %s CPU s, %s s"
                        .formatted(
                                round + 1,
                                contender.name(),
                                Figures.one(usage.cpuSeconds()),
                                Figures.one(usage.wallSeconds()));
                setting.say().accept(line);
            }
        }
        return cpu;
    }
}
