package dev.slipway.media.prepare;

import dev.slipway.media.comparison.Comparison;
import dev.slipway.media.comparison.SideBySide;
import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.forecast.Forecaster;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.place.EarlierFilm;
import dev.slipway.media.prepare.place.TargetCheck;
import dev.slipway.media.prepare.progress.KeptNotices;
import dev.slipway.media.prepare.progress.PassProgress;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.CpuTime;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.RisingProgress;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Prepares a video: everything that is published, in one folder, with the manifest that lists it. The folder holds
 * either all of it or, for lack of a manifest, nothing that counts. Native code runs in this process: a desk calls it
 * in a worker.
 */
public final class Preparer {
    private final int threads;
    private final RunFilm.Tools tools;

    /** @param threads how many processors the encoders may count on; other numbers give other bytes */
    public Preparer(InstantSource clock, int threads) {
        this(clock, threads, Devices::open);
    }

    /** For tests, whose encoders fail when they are told to. */
    Preparer(InstantSource clock, int threads, PictureEncoder.Factory encoders) {
        this(clock, threads, encoders, DeviceDecoder::decoders, new SecureRandom());
    }

    /** For tests, whose decoders fail when they are told to. */
    Preparer(InstantSource clock, int threads, SourceDecoders.Cards cards) {
        this(clock, threads, Devices::open, cards, new SecureRandom());
    }

    /** @param random makes the secret seeds; not secure in tests that want the same bytes twice */
    Preparer(InstantSource clock, int threads, PictureEncoder.Factory encoders, RandomGenerator random) {
        this(clock, threads, encoders, DeviceDecoder::decoders, random);
    }

    private Preparer(
            InstantSource clock,
            int threads,
            PictureEncoder.Factory encoders,
            SourceDecoders.Cards cards,
            RandomGenerator random) {
        this.threads = threads;
        this.tools = new RunFilm.Tools(clock, encoders, cards, random);
    }

    /**
     * Goes on with what an earlier run of the same left, unless it is to begin afresh. Success and a cancellation leave
     * nothing of the work; a pause, a failure or a crash leaves its finished chunks to the next run.
     *
     * @throws MediaException when the source is refused, the work fails or is told to stop; no manifest is left then
     */
    public Prepared prepare(PrepareRequest request, ProgressListener listener, Cancellation cancellation) {
        long started = System.nanoTime();
        CpuTime cpu = CpuTime.fromNow();
        KeptNotices heard = new KeptNotices(new RisingProgress(listener));
        Finished finished = make(request, heard, cancellation);
        RunFilm.Made made = finished.made();
        Manifest manifest = made.manifest();
        heard.progress(done(manifest, finished.settled().plan(), started));
        return new Prepared(
                request.directory().resolve(Manifest.FILE_NAME),
                manifest,
                (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1),
                cpu.seconds(),
                finished.settled().scan().facts().bytes(),
                manifest.totalBytes(),
                heard.notices(),
                RunSound.readReport(request.directory()),
                RunProtection.readReport(request.directory()),
                finished.outlook(),
                made.quality());
    }

    /** What {@link #prepare} would make and take, tried on samples. */
    public Outlook outlook(PrepareRequest request, ProgressListener listener, Cancellation cancellation) {
        Foresight foresight = Foresight.of(request, threads, listener, cancellation);
        return foresight.outlook(foresight.settle(), Forecaster.Effort.THOROUGH);
    }

    /**
     * Shows one moment as {@link #prepare} would make it; with a wished quality it searches first.
     *
     * @throws MediaException when the source is refused, the work fails or is told to stop
     */
    public Comparison compare(ComparisonRequest request, ProgressListener listener, Cancellation cancellation) {
        PrepareRequest preparation = request.preparation();
        ProgressListener heard = new RisingProgress(listener);
        try {
            SideBySide.requireRoom(preparation.source(), request.folder());
            Foresight.Settled settled =
                    Foresight.of(preparation, threads, heard, cancellation).settle();
            return new SideBySide(
                            preparation.source(),
                            settled.scan(),
                            settled.plan(),
                            ProtectionSeed.random(tools.random()),
                            PassProgress.after(settled.progress().fraction(), heard),
                            cancellation)
                    .make(request.micros(), request.folder());
        } catch (IOException e) {
            MediaException told = Failures.inWords(e, request.folder());
            throw told.code() == ProblemCode.DISK_FULL
                    ? told
                    : new MediaException(
                            ProblemCode.USAGE,
                            "The pictures cannot be written into " + request.folder() + " (" + e.getMessage()
                                    + "). Name another folder.",
                            e);
        } catch (RuntimeException e) {
            throw Failures.inWords(e, request.folder());
        }
    }

    /** What {@link #prepare} would do, without doing it. */
    public Plan plan(PrepareRequest request, Cancellation cancellation) {
        return Foresight.of(request, threads, ProgressListener.silent(), cancellation)
                .settle()
                .plan();
    }

    /** A whole run. */
    private record Finished(Foresight.Settled settled, Outlook outlook, RunFilm.Made made) {}

    /** Has the folder to itself from the first reading on: what is searched for takes its time too. */
    private Finished make(PrepareRequest request, KeptNotices heard, Cancellation cancellation) {
        try (WorkFolder folder = open(request)) {
            try {
                Placement.finishInterrupted(folder, request.source());
                if (request.beginning() == Beginning.RESUMED_OR_REFUSED) {
                    WorkOrder.of(request).requireSame(folder);
                }
                if (EarlierFilm.read(request.directory().resolve(Manifest.FILE_NAME))
                        .isThere(request.directory())) {
                    heard.notice(new Notice(
                            Notice.REPLACES,
                            "There is a finished film in " + request.directory()
                                    + ". It stays until this one is done, and" + " is replaced by it then."));
                }
                Foresight foresight = Foresight.of(request, threads, heard, cancellation);
                foresight.requireRoom();
                Foresight.Settled settled = foresight.settle();
                settled.scan().facts().warnings().forEach(warning -> heard.notice(new Notice(Notice.SOURCE, warning)));
                Outlook outlook = foresight.outlook(settled, Forecaster.Effort.FRUGAL);
                heard.outlook(outlook);
                ProgressListener rest = PassProgress.after(settled.progress().fraction(), heard);
                RunFilm.Made made = make(request, folder, foresight, settled, outlook, rest, cancellation);
                folder.delete(request.source());
                return new Finished(settled, outlook, made);
            } catch (IOException | RuntimeException e) {
                if (!isWanted(folder, cancellation)) {
                    folder.delete(request.source());
                }
                throw e;
            }
        } catch (IOException e) {
            throw Failures.inWords(e, request.directory());
        }
    }

    private static WorkFolder open(PrepareRequest request) throws IOException {
        TargetCheck.requireOutside(WorkFolder.fileIn(request.directory(), ""), request.source());
        try {
            return WorkFolder.open(request.directory());
        } catch (FileSystemException e) {
            MediaException told = Failures.inWords(e, request.directory());
            if (told.code() == ProblemCode.DISK_FULL) {
                throw told;
            }
            throw new MediaException(
                    ProblemCode.USAGE,
                    "Nothing can be written into " + request.directory() + " (" + e.getMessage()
                            + "). Make it writable, or name another folder with -o.",
                    e);
        }
    }

    /** Whether the next run has something to go on from, and may. */
    private static boolean isWanted(WorkFolder folder, Cancellation cancellation) throws IOException {
        return switch (cancellation.wish().orElse(null)) {
            case CANCEL -> false;
            case PAUSE -> true;
            case null -> folder.hasChunks();
        };
    }

    private RunFilm.Made make(
            PrepareRequest request,
            WorkFolder folder,
            Foresight foresight,
            Foresight.Settled settled,
            Outlook outlook,
            ProgressListener listener,
            Cancellation cancellation) {
        try {
            if (request.beginning() == Beginning.AFRESH) {
                folder.clear(request.source());
            }
            WorkOrder.of(request).keepIn(folder);
            foresight.keepRate(settled.plan());
            RunFilm.Made made = new RunFilm(tools, request, settled, outlook, folder, listener, cancellation).make();
            Placement.place(made.manifest(), folder);
            return made;
        } catch (IOException | RuntimeException e) {
            throw Failures.inWords(e, request.directory(), settled.plan());
        }
    }

    private static Progress done(Manifest manifest, Plan plan, long started) {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1));
        Map<String, Long> bytes =
                manifest.artifacts().stream().collect(Collectors.toMap(Artifact::path, Artifact::bytes));
        double fps = plan.timeline().frames() / seconds;
        return new Progress(1, fps, plan.timeline().durationMicros() / 1e6 / seconds, 0, bytes);
    }
}
