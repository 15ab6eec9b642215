package dev.slipway.media.prepare;

import dev.slipway.media.encode.PictureSettings;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.forecast.Forecaster;
import dev.slipway.media.forecast.Spent;
import dev.slipway.media.goal.KeptRate;
import dev.slipway.media.goal.TargetPlanner;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.prepare.place.TargetCheck;
import dev.slipway.media.prepare.place.TargetNames;
import dev.slipway.media.prepare.progress.Heartbeat;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What is known of a preparation before anything is made: its source, its plan and what that will take. */
final class Foresight {
    private final PrepareRequest request;
    private final SourceScan scan;
    private final TargetPlanner planner;
    private final ProgressListener listener;
    private final Cancellation cancellation;

    private Foresight(
            PrepareRequest request,
            SourceScan scan,
            int threads,
            ProgressListener listener,
            Cancellation cancellation) {
        this.request = request;
        this.scan = scan;
        this.planner = new TargetPlanner(request.source(), scan, request.wishes(), threads);
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * A plan whose rates are settled.
     *
     * @param progress how much of the job's work is behind it
     */
    record Settled(SourceScan scan, Plan plan, Progress progress, Spent spent) {}

    /** Reading a file of many gigabytes takes minutes, in which the caller must not think that nothing happens. */
    static Foresight of(PrepareRequest request, int threads, ProgressListener listener, Cancellation cancellation) {
        try {
            SourceScan scan = SourceScan.scan(
                            request.source(),
                            request.wishes().damage(),
                            scanned -> listener.progress(new Progress(0, 0, 0, 0, Map.of())),
                            cancellation)
                    .withSound(request.wishes().sound().track());
            return new Foresight(request, scan, threads, listener, cancellation);
        } catch (CancellationException e) {
            throw Failures.inWords(e, request.directory());
        }
    }

    /** Refuses what could not be put into the output folder, or would cost the creator's own files there. */
    void requireRoom() {
        Path directory = request.directory();
        try {
            WorkFolder.requireOwn(directory);
            new TargetCheck(request.source(), directory)
                    .require(
                            TargetNames.of(planner.widest(), List.of(SoundReport.FILE_NAME, SurvivalReport.FILE_NAME)),
                            WorkFolder.fileIn(directory, ""));
        } catch (IOException e) {
            throw Failures.inWords(e, directory);
        }
    }

    /** With the rate that an unfinished run of the same found, where there is one. */
    Settled settle() {
        try {
            boolean goesOn = request.beginning() != PrepareRequest.Beginning.AFRESH;
            Optional<FoundQuality> known =
                    goesOn && request.wishes().targetQuality() != null ? kept().read() : Optional.empty();
            TargetPlanner.Planned planned = planner.plan(known, listener, cancellation);
            return new Settled(scan, planned.plan(), planned.progress(), planned.spent());
        } catch (MediaException | CancellationException | FfmpegException | IOException e) {
            throw Failures.inWords(e, request.directory());
        }
    }

    /** For the next run, once this one has the work folder. */
    void keepRate(Plan plan) throws IOException {
        @Nullable FoundQuality found = plan.quality();
        if (found != null) {
            kept().write(found);
        }
    }

    private KeptRate kept() throws IOException {
        return new KeptRate(
                WorkFolder.fileIn(request.directory(), "target-quality"),
                Fingerprint.of(
                                request.source(),
                                planner.widest(),
                                PictureSettings.of(planner.widest(), scan.traits()),
                                FfmpegBuild.identity(),
                                null)
                        + "|" + request.wishes().targetQuality());
    }

    Outlook outlook(Settled settled, Forecaster.Effort effort) {
        try {
            return new Forecaster(
                            request.source(),
                            scan,
                            settled.plan(),
                            request.wishes().sound(),
                            settled.spent(),
                            new Heartbeat(settled.progress(), listener)::tick)
                    .outlook(effort, cancellation);
        } catch (MediaException | CancellationException | FfmpegException | IOException e) {
            throw Failures.inWords(e, request.directory());
        }
    }
}
