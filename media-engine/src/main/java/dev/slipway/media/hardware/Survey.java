package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.worker.WorkerOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tries all hardware encoders and decoders, each kind in one worker process where that goes well. Where it crashes or hangs, each kind of
 * device gets a process of its own, and where that does not help either, each encoder: a bad driver costs itself only.
 */
public final class Survey {
    /** Raised when the trial or what encoders are told changes. */
    private static final int VERSION = 3;

    private final Function<List<DeviceEncoder>, WorkerOutcome<Trial.Report>> worker;
    private final Function<List<DeviceDecoder>, WorkerOutcome<DecoderTrial.Report>> decoding;
    private final Drivers drivers;
    private final String build;
    private final CatalogueFile file;

    /** Whether an earlier survey of the same machine will do. */
    public enum Freshness {
        CACHED,
        ANEW
    }

    /**
     * @param worker makes the trials of encoders in a process of their own
     * @param decoding makes those of decoders likewise
     * @param build which FFmpeg this is
     * @param file where the catalogue is kept
     */
    public Survey(
            Function<List<DeviceEncoder>, WorkerOutcome<Trial.Report>> worker,
            Function<List<DeviceDecoder>, WorkerOutcome<DecoderTrial.Report>> decoding,
            Drivers drivers,
            String build,
            Path file) {
        this.worker = worker;
        this.decoding = decoding;
        this.drivers = drivers;
        this.build = build;
        this.file = new CatalogueFile(file);
    }

    /** Takes some seconds the first time and after a driver has changed. */
    public Catalogue catalogue(Freshness freshness) {
        String machine = VERSION + "; FFmpeg " + build + "; " + drivers.description();
        return freshness == Freshness.ANEW
                ? tried(machine)
                : file.read(machine).filter(Catalogue::isSettled).orElseGet(() -> tried(machine));
    }

    private Catalogue tried(String machine) {
        Map<DeviceEncoder, Trial> trials = attempt(Arrays.asList(DeviceEncoder.values())).stream()
                .collect(Collectors.toMap(Trial::encoder, this::explained));
        Catalogue catalogue = new Catalogue(
                machine,
                Arrays.stream(DeviceEncoder.values())
                        .filter(trials::containsKey)
                        .map(trials::get)
                        .toList(),
                decoders(List.of(DeviceDecoder.values())));
        file.write(catalogue);
        return catalogue;
    }

    /** All in one process, or each device in its own where that does not go well. */
    private List<DecoderTrial> decoders(List<DeviceDecoder> devices) {
        return switch (decoding.apply(devices)) {
            case WorkerOutcome.Finished<DecoderTrial.Report>(DecoderTrial.Report report) ->
                report.trials().stream().map(this::explained).toList();
            case WorkerOutcome<DecoderTrial.Report> end
            when devices.size() == 1 ->
                List.of(DecoderTrial.failed(devices.getFirst(), "all", "trying it " + inWords(end)));
            case WorkerOutcome<DecoderTrial.Report> end ->
                devices.stream()
                        .flatMap(device -> decoders(List.of(device)).stream())
                        .toList();
        };
    }

    /** Where there is no device nothing is busy, whatever the call said. */
    private boolean lasts(Trial.Result result) {
        return result == Trial.Result.FAILED || result == Trial.Result.BUSY && !drivers.mayHaveDevice();
    }

    private DecoderTrial explained(DecoderTrial trial) {
        String missing = drivers.missingFor(trial.device());
        return !lasts(trial.result()) || missing.isEmpty()
                ? trial
                : DecoderTrial.failed(trial.device(), trial.codec(), missing + " (" + trial.reason() + ")");
    }

    private List<Trial> attempt(List<DeviceEncoder> candidates) {
        return switch (worker.apply(candidates)) {
            case WorkerOutcome.Finished<Trial.Report>(Trial.Report report) -> report.trials();
            case WorkerOutcome<Trial.Report> end
            when candidates.size() == 1 -> List.of(Trial.failed(candidates.getFirst(), "trying it " + inWords(end)));
            case WorkerOutcome<Trial.Report> end -> {
                List<Trial> trials = new ArrayList<>();
                split(candidates).forEach(part -> trials.addAll(attempt(part)));
                yield trials;
            }
        };
    }

    /** By kind of device, or each alone where all are of one kind. */
    private static List<List<DeviceEncoder>> split(List<DeviceEncoder> candidates) {
        Map<String, List<DeviceEncoder>> kinds = candidates.stream()
                .collect(Collectors.groupingBy(DeviceEncoder::device, LinkedHashMap::new, Collectors.toList()));
        return kinds.size() > 1
                ? List.copyOf(kinds.values())
                : candidates.stream().map(List::of).toList();
    }

    private static String inWords(WorkerOutcome<?> end) {
        return switch (end) {
            case WorkerOutcome.Crashed<?>(int status, List<String> lines) ->
                "crashed its process with status " + status;
            case WorkerOutcome.TimedOut<?>(var limit, var lines) -> "did not end within " + limit.toSeconds() + " s";
            case WorkerOutcome.OverMemory<?> over -> "took too much memory";
            case WorkerOutcome.NeverBegan<?>(String how, List<String> lines) -> "never began: the worker " + how;
            case WorkerOutcome.Failed<?>(var code, String message) -> "failed: " + message;
            case WorkerOutcome.Cancelled<?> cancelled -> "was cancelled";
            case WorkerOutcome.Finished<?> finished -> "ended";
        };
    }

    private Trial explained(Trial trial) {
        String missing = drivers.missingFor(trial.encoder());
        return lasts(trial.result()) && !missing.isEmpty()
                ? Trial.failed(trial.encoder(), missing + " (" + trial.reason() + ")")
                : trial;
    }
}
