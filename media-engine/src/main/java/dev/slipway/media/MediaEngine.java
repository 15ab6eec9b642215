package dev.slipway.media;

import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.CheckVerdict;
import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.media.comparison.Comparison;
import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.DecoderTrial;
import dev.slipway.media.hardware.Drivers;
import dev.slipway.media.hardware.Survey;
import dev.slipway.media.hardware.Trial;
import dev.slipway.media.image.Crop;
import dev.slipway.media.mux.WebmPlace;
import dev.slipway.media.prepare.ComparisonRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.SoftwareRetry;
import dev.slipway.media.prepare.UnfinishedWork;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterCandidate;
import dev.slipway.media.still.PosterCandidates;
import dev.slipway.media.worker.Sandbox;
import dev.slipway.media.worker.SandboxProbe;
import dev.slipway.media.worker.WorkerCommand;
import dev.slipway.media.worker.WorkerLimits;
import dev.slipway.media.worker.WorkerOutcome;
import dev.slipway.media.worker.WorkerProcess;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine as its callers see it. Each call starts one worker process, blocks until that is gone, and may be made
 * from any thread; nothing native is loaded into the caller.
 */
public final class MediaEngine {
    private static final Sandbox OWN_FILES = new Sandbox.ProcessOnly("These are the creator's own files.");

    /** A driver that hangs costs this, once for all encoders, once for its kind and once for each of that kind. */
    private static final Duration TRIAL = Duration.ofSeconds(20);

    /** A driver that hangs in the middle of a job costs this, and software goes on. */
    private static final Duration DRIVER_STALL = Duration.ofMinutes(1);

    private static final Duration MODEL_TRIAL = Duration.ofMinutes(2);

    private final Path natives;
    private @Nullable Sandbox sandbox;

    /** @param natives folder that FFmpeg's libraries are unpacked into at first use, about 70 MB; made if missing */
    public MediaEngine(Path natives) {
        try {
            this.natives = Files.createDirectories(natives.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for the engine's libraries cannot be made: " + natives, e);
        }
    }

    /** With the libraries in the user's own folder, where all programs of Slipway share them. */
    public static MediaEngine standard() {
        return new MediaEngine(Path.of(System.getProperty("user.home"), ".slipway", "natives"));
    }

    /**
     * @param listener told how far into the file reading has come
     * @throws dev.slipway.media.run.MediaException when it is not a video that can be published, or is cancelled
     */
    public MediaFacts probe(Path file, Damage damage, ProgressListener listener, Cancellation cancellation) {
        WorkerMain.ProbeRequest request = new WorkerMain.ProbeRequest(file.toAbsolutePath(), damage);
        WorkerProcess.Job<MediaFacts> job =
                new WorkerProcess.Job<>(WorkerMain.PROBE, request, MediaFacts.class, List.of());
        return run(job, WorkerLimits.forCheck(), listener, cancellation).orElseThrow();
    }

    /**
     * A pause leaves what is finished to the next run, a cancellation leaves nothing; both end the worker at once.
     *
     * @throws dev.slipway.media.run.MediaException when it is refused, fails or is told to stop
     */
    public Prepared prepare(PrepareRequest request, ProgressListener listener, Cancellation cancellation) {
        PrepareRequest absolute = absolute(request);
        UnfinishedWork.requireOutside(absolute.directory(), absolute.source());
        return new SoftwareRetry((work, ears) -> prepareOnce(work, ears, cancellation), listener)
                .run(absolute)
                .orElseThrow();
    }

    private WorkerOutcome<Prepared> prepareOnce(
            PrepareRequest request, ProgressListener listener, Cancellation cancellation) {
        WorkerProcess.Job<Prepared> job =
                new WorkerProcess.Job<>(WorkerMain.PREPARE, request, Prepared.class, List.of());
        WorkerLimits limits = request.devices().areNone()
                ? WorkerLimits.forPrepare()
                : WorkerLimits.forPrepare().withStall(DRIVER_STALL);
        WorkerOutcome<Prepared> outcome = run(job, limits, listener, cancellation);
        if (outcome instanceof WorkerOutcome.Cancelled
                && cancellation.wish().equals(Optional.of(Cancellation.Wish.CANCEL))) {
            discard(request.directory(), request.source());
        }
        return outcome;
    }

    /**
     * Throws away what a stopped run left in its output folder; finished files stay. Starts no process.
     *
     * @param source that the run was of
     * @throws MediaException when another run has the folder, the video lies in what would go, or it cannot be deleted
     */
    public void discard(Path directory, Path source) {
        try {
            UnfinishedWork.discard(directory, source);
        } catch (IOException e) {
            throw new MediaException(
                    ProblemCode.CANCELLED,
                    "Cancelled, but what was made so far could not be deleted from " + directory + ": " + e.getMessage()
                            + ". Delete its folder .work by hand.",
                    e);
        }
    }

    /**
     * Which hardware encoders and decoders work here; the first time, and after a change of drivers, it takes some seconds.
     *
     * @param kept where it is remembered; the folder is made if missing
     */
    public Catalogue hardware(Path kept, Survey.Freshness freshness) {
        return new Survey(this::tryEncoders, this::tryDecoders, Drivers.ofThisMachine(), FfmpegBuild.version(), kept)
                .catalogue(freshness);
    }

    /** What takes over rungs unasked; asks nobody where there can be no device. */
    public Devices preferredDevices(Path kept) {
        return Drivers.ofThisMachine().mayHaveDevice()
                ? hardware(kept, Survey.Freshness.CACHED).preferred()
                : Devices.none();
    }

    private WorkerOutcome<Trial.Report> tryEncoders(List<DeviceEncoder> candidates) {
        WorkerProcess.Job<Trial.Report> job =
                new WorkerProcess.Job<>(WorkerMain.TRY_ENCODERS, candidates, Trial.Report.class, List.of());
        WorkerLimits limits = WorkerLimits.forCheck().withWall(TRIAL);
        return run(job, limits, ProgressListener.silent(), new Cancellation());
    }

    private WorkerOutcome<DecoderTrial.Report> tryDecoders(List<DeviceDecoder> candidates) {
        WorkerProcess.Job<DecoderTrial.Report> job =
                new WorkerProcess.Job<>(WorkerMain.TRY_DECODERS, candidates, DecoderTrial.Report.class, List.of());
        WorkerLimits limits = WorkerLimits.forCheck().withWall(TRIAL);
        return run(job, limits, ProgressListener.silent(), new Cancellation());
    }

    /**
     * Puts the top rung and its sound into one {@code video.webm} beside them, packet by packet.
     *
     * @param folder of a finished preparation
     */
    public Path webm(Path folder, Cancellation cancellation) {
        WorkerProcess.Job<Path> job =
                new WorkerProcess.Job<>(WorkerMain.WEBM, folder.toAbsolutePath(), Path.class, List.of());
        return run(job, WorkerLimits.forPrepare(), ProgressListener.silent(), cancellation)
                .orElseThrow();
    }

    /**
     * Before a folder is prepared that shall get a {@link #webm} copy.
     *
     * @throws MediaException {@code usage} when something else there has the copy's name
     */
    public void requireRoomForWebm(Path folder) {
        try {
            WebmPlace.requireFree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("what is in the way of a copy cannot be read from " + folder, e);
        }
    }

    /** What {@link #prepare} would make and take, found out on samples: a wanted quality takes longer than seconds. */
    public Outlook outlook(PrepareRequest request, ProgressListener listener, Cancellation cancellation) {
        WorkerProcess.Job<Outlook> job =
                new WorkerProcess.Job<>(MeasuringJobs.OUTLOOK, absolute(request), Outlook.class, List.of());
        return run(job, WorkerLimits.forPrepare(), listener, cancellation).orElseThrow();
    }

    /**
     * Shows one moment as {@link #prepare} would make it: as it is, encoded and, where that is wished, protected.
     *
     * @throws MediaException when the source is refused, the work fails or is told to stop
     */
    public Comparison compare(ComparisonRequest request, ProgressListener listener, Cancellation cancellation) {
        ComparisonRequest absolute = new ComparisonRequest(
                absolute(request.preparation()),
                request.micros(),
                request.folder().toAbsolutePath());
        WorkerProcess.Job<Comparison> job =
                new WorkerProcess.Job<>(WorkerMain.SIDE_BY_SIDE, absolute, Comparison.class, List.of());
        return run(job, WorkerLimits.forPrepare(), listener, cancellation).orElseThrow();
    }

    /** Writes one picture of a video as a small JPEG file, before anything is made of the video. */
    public Path cardPicture(Path source, Path target, Cancellation cancellation) {
        WorkerMain.CardPictureRequest request =
                new WorkerMain.CardPictureRequest(source.toAbsolutePath(), target.toAbsolutePath());
        WorkerProcess.Job<Path> job = new WorkerProcess.Job<>(WorkerMain.CARD_PICTURE, request, Path.class, List.of());
        return run(job, WorkerLimits.forCheck(), ProgressListener.silent(), cancellation)
                .orElseThrow();
    }

    /**
     * Writes a picture file of any kind that people have as PNG, upright and small enough to be shown.
     *
     * @throws MediaException {@code not-a-picture} when it is none
     */
    public Path imageView(Path source, Path target, Cancellation cancellation) {
        WorkerMain.ImageViewRequest request =
                new WorkerMain.ImageViewRequest(source.toAbsolutePath(), target.toAbsolutePath());
        WorkerProcess.Job<Path> job = new WorkerProcess.Job<>(WorkerMain.IMAGE_VIEW, request, Path.class, List.of());
        return run(job, WorkerLimits.forCheck(), ProgressListener.silent(), cancellation)
                .orElseThrow();
    }

    /**
     * Writes a square of a picture file as an avatar in WebP, with nothing of the file but what is seen.
     *
     * @throws MediaException {@code not-a-picture} when it is none
     */
    public Path avatar(Path source, Crop crop, Path target, Cancellation cancellation) {
        WorkerMain.AvatarRequest request =
                new WorkerMain.AvatarRequest(source.toAbsolutePath(), crop, target.toAbsolutePath());
        WorkerProcess.Job<Path> job = new WorkerProcess.Job<>(WorkerMain.AVATAR, request, Path.class, List.of());
        return run(job, WorkerLimits.forCheck(), ProgressListener.silent(), cancellation)
                .orElseThrow();
    }

    /**
     * Opens a film in a player's worker of its own, which lives until it is closed.
     *
     * @param listener called on threads of its own
     */
    public PreviewSession preview(PreviewRequest request, PreviewSession.Listener listener) {
        return PreviewSession.start(command(OWN_FILES), request, listener);
    }

    /**
     * The pictures that the poster of a finished preparation may be chosen from, best first; the moment of one goes into
     * the next preparation's wishes. Empty where none were asked for.
     */
    public List<PosterCandidate> posterCandidates(Path folder) {
        try {
            return PosterCandidates.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the poster candidates cannot be read from " + folder, e);
        }
    }

    /** Makes a clip from FFmpeg's own sources, for who has no video at hand. */
    public Path sample(Path file, int seconds, Cancellation cancellation) {
        WorkerMain.SampleRequest request = new WorkerMain.SampleRequest(file.toAbsolutePath(), seconds);
        WorkerProcess.Job<Path> job = new WorkerProcess.Job<>(WorkerMain.SAMPLE, request, Path.class, List.of());
        return run(job, WorkerLimits.forPrepare(), ProgressListener.silent(), cancellation)
                .orElseThrow();
    }

    /**
     * Checks what somebody uploaded, inside the best sandbox there is. Anything but a finished verdict says nothing
     * about the files, except that a second crash makes them suspicious.
     *
     * @param limit of wall time, from start to end
     */
    public WorkerOutcome<CheckVerdict> check(
            CheckRequest request, Duration limit, ProgressListener listener, Cancellation cancellation) {
        WorkerProcess.Job<CheckVerdict> job =
                new WorkerProcess.Job<>(WorkerMain.CHECK, request, CheckVerdict.class, request.readable());
        return new WorkerProcess(command(sandbox()), WorkerLimits.forCheck().withWall(limit))
                .run(job, listener, cancellation);
    }

    /**
     * Tries a model for pictures as {@link #check} will use it, in the same sandbox.
     *
     * @throws MediaException {@code configuration} with what is wrong with it
     */
    public void tryModel(ModelSettings model) {
        WorkerProcess.Job<String> job =
                new WorkerProcess.Job<>(WorkerMain.TRY_MODEL, model, String.class, List.of(model.file()));
        new WorkerProcess(command(sandbox()), WorkerLimits.forCheck().withWall(MODEL_TRIAL))
                .run(job, ProgressListener.silent(), new Cancellation())
                .orElseThrow();
    }

    /** What stands between hostile files and this machine; found out at the first call, which takes seconds. */
    public synchronized Sandbox sandbox() {
        Sandbox known = sandbox;
        if (known == null) {
            WorkerProcess.Job<String> load = new WorkerProcess.Job<>(WorkerMain.LOAD, "", String.class, List.of());
            known = new SandboxProbe(command(OWN_FILES), load).best();
            sandbox = known;
        }
        return known;
    }

    private WorkerCommand command(Sandbox chosen) {
        return new WorkerCommand(WorkerMain.class.getName(), natives, chosen);
    }

    /** The desk's own jobs run with the creator's rights: they write the creator's files. */
    <T> WorkerOutcome<T> run(
            WorkerProcess.Job<T> job, WorkerLimits limits, ProgressListener listener, Cancellation cancellation) {
        return new WorkerProcess(command(OWN_FILES), limits).run(job, listener, cancellation);
    }

    /** The worker has its own working folder. */
    private static PrepareRequest absolute(PrepareRequest request) {
        return new PrepareRequest(
                request.source().toAbsolutePath(),
                request.directory().toAbsolutePath(),
                request.wishes(),
                request.beginning(),
                request.devices());
    }
}
