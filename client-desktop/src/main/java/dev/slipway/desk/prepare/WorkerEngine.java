package dev.slipway.desk.prepare;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.MediaEngine;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.comparison.Comparison;
import dev.slipway.media.device.Devices;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Survey;
import dev.slipway.media.image.Crop;
import dev.slipway.media.prepare.ComparisonRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterCandidate;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The engine in worker processes: a crash of native code ends the job, not the desk. */
public final class WorkerEngine implements VideoEngine {
    private static final int SAMPLE_SECONDS = 10;

    private final MediaEngine engine;
    private final Path hardware;
    private final EngineLog log;

    /** @param hardware the file that remembers which hardware encoders work */
    public WorkerEngine(MediaEngine engine, Path hardware, EngineLog log) {
        this.engine = engine;
        this.hardware = hardware;
        this.log = log;
    }

    @Override
    public MediaFacts probe(Path file, Damage damage, ProgressListener listener, CancelSignal cancel) {
        requireFile(file);
        return inWords(cancel, () -> engine.probe(file, damage, listener, cancel.forEngine()));
    }

    @Override
    public void cardPicture(Path video, Path target, CancelSignal cancel) {
        requireFile(video);
        requireFolder(target);
        inWords(cancel, () -> engine.cardPicture(video, target, cancel.forEngine()));
    }

    @Override
    public void imageView(Path image, Path target, CancelSignal cancel) {
        requireFolder(target);
        inWords(cancel, () -> engine.imageView(image, target, cancel.forEngine()));
    }

    @Override
    public void avatar(Path image, Crop square, Path target, CancelSignal cancel) {
        requireFolder(target);
        inWords(cancel, () -> engine.avatar(image, square, target, cancel.forEngine()));
    }

    @Override
    public Preview preview(PreviewRequest request, PreviewSession.Listener listener) {
        requireFile(request.source());
        try {
            DurableFile.createFolder(Objects.requireNonNull(request.ring().getParent()));
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The player's pictures cannot be kept in " + request.ring().getParent() + ": " + e.getMessage(),
                    e);
        }
        PreviewSession session = engine.preview(request, listener);
        return new Preview() {
            @Override
            public void tell(PreviewCommand command) {
                session.tell(command);
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    @Override
    public Prepared prepare(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        PrepareRequest request = EngineWishes.request(job);
        requireFile(job.source());
        return inWords(cancel, () -> {
            Devices devices = EncoderChoice.devices(
                    job.options().encoder(),
                    () -> engine.preferredDevices(hardware),
                    () -> engine.hardware(hardware, Survey.Freshness.CACHED));
            var prepared = engine.prepare(request.withDevices(devices), listener, cancel.forEngine());
            return new Prepared(
                    prepared.manifestFile(),
                    prepared.manifest(),
                    prepared.seconds(),
                    prepared.cpuSeconds(),
                    prepared.inputBytes(),
                    prepared.outputBytes(),
                    prepared.notices(),
                    prepared.sound(),
                    prepared.protection(),
                    prepared.outlook(),
                    prepared.quality());
        });
    }

    @Override
    public void discard(Path folder, Path source) {
        try {
            engine.discard(folder.toAbsolutePath(), source.toAbsolutePath());
        } catch (MediaException e) {
            throw new DeskException(e.code(), log.append(e), e);
        }
    }

    @Override
    public Catalogue hardware(Survey.Freshness freshness, CancelSignal cancel) {
        return inWords(cancel, () -> engine.hardware(hardware, freshness));
    }

    @Override
    public void requireRoomForWebm(Path folder) {
        try {
            engine.requireRoomForWebm(folder);
        } catch (MediaException e) {
            throw new DeskException(e.code(), log.append(e), e);
        }
    }

    @Override
    public Path webm(Path folder, CancelSignal cancel) {
        return inWords(cancel, () -> engine.webm(folder, cancel.forEngine()));
    }

    @Override
    public Outlook outlook(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        PrepareRequest request = EngineWishes.request(job);
        requireFile(job.source());
        return inWords(cancel, () -> engine.outlook(request, listener, cancel.forEngine()));
    }

    @Override
    public Comparison compare(
            PrepareJob job, long micros, Path folder, ProgressListener listener, CancelSignal cancel) {
        ComparisonRequest request = new ComparisonRequest(EngineWishes.request(job), micros, folder);
        requireFile(job.source());
        return inWords(cancel, () -> engine.compare(request, listener, cancel.forEngine()));
    }

    @Override
    public List<PosterCandidate> posterCandidates(Path folder) {
        return engine.posterCandidates(folder);
    }

    @Override
    public void sample(Path file, CancelSignal cancel) {
        inWords(cancel, () -> engine.sample(file, SAMPLE_SECONDS, cancel.forEngine()));
    }

    private static void requireFolder(Path picture) {
        try {
            DurableFile.createFolder(Objects.requireNonNull(picture.getParent()));
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION, "The picture " + picture + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Before a process is started for nothing. */
    private static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new DeskException(ProblemCode.NOT_A_VIDEO, file + " is a folder. Name the video file that is in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new DeskException(
                    ProblemCode.NOT_A_VIDEO, file + " is not an ordinary file. Copy the video into one and name that.");
        }
        if (!Files.isRegularFile(file)) {
            throw new DeskException(ProblemCode.FILE_NOT_FOUND, "There is no file " + file + ". Check the path.");
        }
    }

    private <T> T inWords(CancelSignal cancel, Supplier<T> work) {
        cancel.throwIfCancelled();
        try {
            return work.get();
        } catch (MediaException e) {
            cancel.throwIfCancelled();
            throw new DeskException(e.code(), log.append(e), e);
        }
    }
}
