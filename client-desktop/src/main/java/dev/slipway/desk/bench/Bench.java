package dev.slipway.desk.bench;

import dev.slipway.desk.bench.desk.FirstWindowItem;
import dev.slipway.desk.bench.desk.IdleWindowItem;
import dev.slipway.desk.bench.desk.PlayerItem;
import dev.slipway.desk.bench.item.BenchClips;
import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Machine;
import dev.slipway.desk.bench.report.Report;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.MeasuringEngine;
import dev.slipway.media.MediaEngine;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the chosen items one after the other. */
public final class Bench {
    private final MediaEngine engine;
    private final CancelSignal cancel;
    private final BenchListener listener;
    private final BenchItem server;

    /** @param server measures what a publication takes of one */
    public Bench(MediaEngine engine, BenchItem server, CancelSignal cancel, BenchListener listener) {
        this.engine = engine;
        this.server = server;
        this.cancel = cancel;
        this.listener = listener;
    }

    /** @return how many promises were missed */
    public int run(BenchRequest request, Machine machine) {
        List<BenchItem> items = chosen(request);
        Path work = folder(request.results().resolve("work"));
        try {
            MeasuringEngine measuring = new MeasuringEngine(engine);
            Path program = measuring.ffmpegProgram(cancel.forEngine());
            BenchClips clips = new BenchClips(program, request.media().toAbsolutePath(), work, cancel);
            BenchSetting setting =
                    new BenchSetting(engine, measuring, cancel, request.scale(), work, clips, program, listener::say);
            List<BenchResult> results = measure(
                    items,
                    setting,
                    some -> new Report(machine, request.scale(), some).write(request.results(), work, request.docs()));
            return (int) results.stream()
                    .filter(result -> result.missed(request.scale()))
                    .count();
        } catch (MediaException e) {
            cancel.throwIfCancelled();
            throw new DeskException(e.code(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(work);
        }
    }

    /** What is known after each item; a bench takes long, and nothing of it shall be lost. */
    private interface Keeper {
        void keep(List<BenchResult> results) throws IOException;
    }

    private List<BenchResult> measure(List<BenchItem> items, BenchSetting setting, Keeper keeper) throws IOException {
        List<BenchResult> results = new ArrayList<>();
        for (BenchItem item : items) {
            cancel.throwIfCancelled();
            listener.begins(item.names().getFirst(), (double) items.indexOf(item) / items.size());
            for (BenchResult result : item.measure(setting)) {
                results.add(result);
                listener.measured(result);
            }
            keeper.keep(results);
        }
        return results;
    }

    private List<BenchItem> items(Set<String> names) {
        return List.of(
                new SpeedItem(names),
                new ScalingItem(),
                new CancelItem(),
                new RecipeItem(),
                new CodecItem(),
                server,
                new FirstWindowItem(),
                new IdleWindowItem(),
                new PlayerItem(),
                new LongMemoryItem());
    }

    private List<BenchItem> chosen(BenchRequest request) {
        Set<String> known = items(request.names()).stream()
                .flatMap(item -> item.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : request.names()) {
            if (!known.contains(name)) {
                throw new DeskException(
                        ProblemCode.USAGE, "There is no bench item \"" + name + "\": choose some of " + known + ".");
            }
        }
        return items(request.names()).stream()
                .filter(item -> request.names().isEmpty()
                        ? !item.isLong() || request.length() == BenchRequest.Length.WITH_LONG
                        : item.names().stream().anyMatch(request.names()::contains))
                .toList();
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.USAGE, "The folder " + folder + " cannot be made. Name another with --results.", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bench's working folder could not be emptied: " + folder, e);
        }
    }
}
