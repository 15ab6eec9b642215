package dev.slipway.media.prepare;

import dev.slipway.media.cap.CapCheck;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.device.Roster;
import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.encode.PictureSettings;
import dev.slipway.media.encode.Pipeline;
import dev.slipway.media.encode.Renditions;
import dev.slipway.media.encode.SoundPass;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.forecast.Forecaster;
import dev.slipway.media.goal.FinishedQuality;
import dev.slipway.media.goal.QualityReport;
import dev.slipway.media.mux.RungAssembler;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.mux.WebmPlace;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.SubtitleOutput;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.playlist.LocalPlaylists;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.place.EarlierFilm;
import dev.slipway.media.prepare.place.TargetCheck;
import dev.slipway.media.prepare.progress.AssemblyProgress;
import dev.slipway.media.prepare.progress.KeptNotices;
import dev.slipway.media.prepare.progress.PassProgress;
import dev.slipway.media.prepare.progress.RunProgress;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.CpuTime;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.RisingProgress;
import dev.slipway.media.still.PosterAssembler;
import dev.slipway.media.still.PosterCandidates;
import dev.slipway.media.still.SheetAssembler;
import dev.slipway.media.subtitle.SubtitleFiles;
import dev.slipway.media.subtitle.SubtitleResult;
import dev.slipway.media.twopass.TwoPasses;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a video: everything that is published, in one folder, with the manifest that lists it. The folder holds
 * either all of it or, for lack of a manifest, nothing that counts. Native code runs in this process: a desk calls it
 * in a worker.
 */
public final class Preparer {
    private final InstantSource clock;
    private final int threads;
    private final PictureEncoder.Factory encoders;
    private final SourceDecoders.Cards cards;
    private final RandomGenerator random;

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
        this.clock = clock;
        this.threads = threads;
        this.encoders = encoders;
        this.cards = cards;
        this.random = random;
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
        Made made = finished.made();
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

    /** What {@link #prepare} would do, without doing it. */
    public Plan plan(PrepareRequest request, Cancellation cancellation) {
        return Foresight.of(request, threads, ProgressListener.silent(), cancellation)
                .settle()
                .plan();
    }

    /** What lies in the output folder in the end, and what was measured on the way. */
    private record Made(Manifest manifest, @Nullable QualityReport quality) {}

    /** A whole run. */
    private record Finished(Foresight.Settled settled, Outlook outlook, Made made) {}

    /** Has the folder to itself from the first reading on: what is searched for takes its time too. */
    private Finished make(PrepareRequest request, KeptNotices heard, Cancellation cancellation) {
        try (WorkFolder folder = open(request)) {
            try {
                Foresight foresight = Foresight.of(request, threads, heard, cancellation);
                foresight.requireRoom();
                Foresight.Settled settled = foresight.settle();
                settled.scan().facts().warnings().forEach(warning -> heard.notice(new Notice(Notice.SOURCE, warning)));
                Outlook outlook = foresight.outlook(settled, Forecaster.Effort.FRUGAL);
                heard.outlook(outlook);
                ProgressListener rest = PassProgress.after(settled.progress(), heard);
                Made made = make(request, folder, foresight, settled, rest, cancellation);
                folder.delete();
                return new Finished(settled, outlook, made);
            } catch (IOException | RuntimeException e) {
                if (!isWanted(folder, cancellation)) {
                    folder.delete();
                }
                throw e;
            }
        } catch (IOException e) {
            throw Failures.inWords(e, request.directory());
        }
    }

    private static WorkFolder open(PrepareRequest request) throws IOException {
        TargetCheck.requireOutside(WorkFolder.fileIn(request.directory(), ""), request.source());
        return WorkFolder.open(request.directory());
    }

    /** Whether the next run has something to go on from, and may. */
    private static boolean isWanted(WorkFolder folder, Cancellation cancellation) throws IOException {
        return switch (cancellation.wish().orElse(null)) {
            case CANCEL -> false;
            case PAUSE -> true;
            case null -> folder.hasChunks();
        };
    }

    private Made make(
            PrepareRequest request,
            WorkFolder folder,
            Foresight foresight,
            Foresight.Settled settled,
            ProgressListener listener,
            Cancellation cancellation) {
        try {
            if (request.beginning() == Beginning.AFRESH) {
                folder.clear();
            }
            foresight.keepRate(settled.plan());
            Made made = encode(request, settled.scan(), settled.plan(), folder, listener, cancellation);
            publish(made.manifest(), folder, request.directory());
            return made;
        } catch (IOException | RuntimeException e) {
            throw Failures.inWords(e, request.directory(), settled.plan());
        }
    }

    private Made encode(
            PrepareRequest request,
            SourceScan scan,
            Plan plan,
            WorkFolder folder,
            ProgressListener caller,
            Cancellation cancellation)
            throws IOException {
        RunProgress listener = new RunProgress(caller);
        @Nullable RunProtection protection = RunProtection.of(plan, folder, request.source(), random);
        @Nullable ProtectionSeed seed = protection == null ? null : protection.seed();
        String settings = PictureSettings.of(plan, scan.traits());
        String key = Fingerprint.of(request.source(), plan, settings, FfmpegBuild.identity(), seed);
        if (!ChunkStore.holds(folder.chunks(), key)) {
            folder.clearChunks();
        }
        try (ChunkStore store = new ChunkStore(folder.chunks(), key);
                Roster roster = new Roster(encoders, Renditions.of(plan, request.devices()), listener);
                RunSound sound = new RunSound(
                        new SoundPass(request.source(), scan, plan),
                        plan,
                        request.wishes().sound().loudness(),
                        seed,
                        listener,
                        cancellation)) {
            DiskSpace.require(plan, store.bytes(), folder.usableBytes(), folder.target());
            PictureDecoder.Factory decoders = SourceDecoders.of(request.devices(), cards, listener);
            BiFunction<Plan, ProgressListener, Pipeline> pipelines = (part, ears) -> new Pipeline(
                    request.source(),
                    scan,
                    part,
                    store,
                    decoders,
                    protection == null ? PictureTreatment.NONE : protection.treatment(),
                    request.wishes().damage(),
                    ears,
                    cancellation);
            TwoPasses passes = new TwoPasses(roster, store, plan.timeline());
            List<Lane> lanes = Lineup.of(plan, roster, passes);
            tellKept(pipelines.apply(plan, listener), passes.firstPass(), lanes, listener);
            ProgressListener rest = learn(passes, plan, pipelines, listener);
            Map<AudioOutput, TrackStatistics> sounds =
                    pipelines.apply(plan, rest).run(lanes, sound.treatments(), folder.file(""));
            cancellation.throwIfCancelled();
            RunCaps.keep(
                    new CapCheck(store, plan.timeline(), roster),
                    ears -> pipelines
                            .apply(plan.withoutSound(), ears)
                            .run(Lineup.of(plan, roster, passes), List.of(), Path.of("")),
                    listener,
                    cancellation);
            sound.report(folder, listener, cancellation);
            AssemblyProgress assembly = new AssemblyProgress(plan, listener, cancellation);
            ManifestBuilder manifest = new ManifestBuilder(plan, folder, assembly::still);
            assemble(plan, folder, store, roster, manifest, assembly);
            for (AudioOutput audio : plan.audios()) {
                manifest.addAudio(audio, Objects.requireNonNull(sounds.get(audio)));
            }
            for (SubtitleOutput written : subtitles(request.source(), plan, folder, listener, cancellation)) {
                manifest.addSubtitles(written);
            }
            if (protection != null) {
                DoubleConsumer share = listener.begin(RunProgress.Part.PICTURE_REPORT);
                protection.report(
                        new OriginalPictures(request.source(), scan, plan, () -> share.accept(0)),
                        Lineup.of(plan, roster, passes),
                        share,
                        cancellation);
            }
            DoubleConsumer measured = listener.begin(RunProgress.Part.QUALITY_REPORT);
            @Nullable
            QualityReport quality = FinishedQuality.measure(
                    plan,
                    new OriginalPictures(request.source(), scan, plan, () -> measured.accept(0)),
                    folder.file(plan.rungs().getFirst().path()),
                    measured,
                    cancellation);
            tellMissed(quality, listener);
            return new Made(manifest.build(Objects.requireNonNull(scan.facts().video()), clock.instant()), quality);
        }
    }

    private static void tellMissed(@Nullable QualityReport quality, ProgressListener listener) {
        if (quality != null && quality.isMissed()) {
            listener.notice(new Notice(
                    Notice.QUALITY_MISSED,
                    String.format(
                            Locale.ROOT,
                            "The film got %.1f dB where %.1f were wanted: it is busier than its samples. Wish for more,"
                                    + " or choose the recipe quality or av1.",
                            quality.finishedXpsnr(),
                            quality.found().wantedXpsnr())));
        }
    }

    /** @return those that are published: a track that cannot be written costs its subtitles, never the film */
    private static List<SubtitleOutput> subtitles(
            Path source, Plan plan, WorkFolder folder, RunProgress progress, Cancellation cancellation) {
        List<SubtitleResult> results = SubtitleFiles.write(
                source, plan, folder.file(""), progress.begin(RunProgress.Part.SUBTITLES), cancellation);
        List<SubtitleOutput> written = new ArrayList<>();
        for (SubtitleResult result : results) {
            switch (result) {
                case SubtitleResult.Whole(var output) -> written.add(output);
                case SubtitleResult.Cut(var output) -> {
                    written.add(output);
                    progress.notice(new Notice(
                            Notice.SUBTITLES_CUT,
                            output.path() + " ends early: its track has more words than a film can have."));
                }
                case SubtitleResult.Lost(var output, var reason) ->
                    progress.notice(new Notice(
                            Notice.SUBTITLES_LOST,
                            output.path() + " is left out, and the film has no such subtitles: " + reason + "."));
            }
        }
        return written;
    }

    private static void tellKept(Pipeline pipeline, List<Lane> first, List<Lane> lanes, ProgressListener listener) {
        double share = pipeline.finishedShare(lanes);
        double kept = first.isEmpty() ? share : PassProgress.together(pipeline.finishedShare(first), share);
        if (kept > 0) {
            listener.notice(new Notice(
                    Notice.RESUMED, "Going on from %.0f %%, which an earlier run finished.".formatted(100 * kept)));
        }
    }

    /** The first pass, where there are two. @return who hears of the second */
    private static ProgressListener learn(
            TwoPasses passes,
            Plan plan,
            BiFunction<Plan, ProgressListener, Pipeline> pipelines,
            ProgressListener listener)
            throws IOException {
        List<Lane> lanes = passes.firstPass();
        if (lanes.isEmpty()) {
            return listener;
        }
        pipelines.apply(plan.withoutSound(), PassProgress.ofFirst(listener)).run(lanes, List.of(), Path.of(""));
        return PassProgress.ofSecond(listener);
    }

    private static void assemble(
            Plan plan,
            WorkFolder folder,
            ChunkStore store,
            Roster roster,
            ManifestBuilder manifest,
            AssemblyProgress progress)
            throws IOException {
        RungAssembler assembler = new RungAssembler(store, plan.timeline(), progress::written);
        for (VideoOutput rung : plan.rungs()) {
            Path file = folder.file(rung.path());
            manifest.addVideo(ArtifactRole.VIDEO, rung, assembler.mp4(roster.of(rung), roster.template(rung), file));
        }
        VideoOutput preview = plan.preview();
        Path clip = folder.file(preview.path());
        manifest.addVideo(
                ArtifactRole.PREVIEW, preview, assembler.webm(roster.of(preview), roster.template(preview), clip));
        PosterAssembler.write(
                plan.poster(), plan.timeline(), store, folder.file(plan.poster().path()));
        PosterCandidates.write(plan.poster(), plan.timeline(), store, folder.file(PosterCandidates.FOLDER));
        new SheetAssembler(plan.thumbnails(), plan.timeline(), store)
                .write(folder.file(plan.thumbnails().path()));
        manifest.addStills();
    }

    /** The old manifest goes first and the new one comes last, so that one never names the other's files. */
    private static void publish(Manifest manifest, WorkFolder folder, Path directory) throws IOException {
        Files.write(folder.file(Manifest.FILE_NAME), Json.STRICT.writeValueAsBytes(manifest));
        folder.sync(Manifest.FILE_NAME);
        folder.retire(Manifest.FILE_NAME, EarlierFilm.RETIRED);
        EarlierFilm.read(folder.file(EarlierFilm.RETIRED)).deleteAllBut(manifest, directory);
        WebmPlace.discard(directory);
        folder.publish(manifest.artifacts().stream().map(Artifact::path).toList());
        LocalPlaylists.write(directory, manifest);
        PosterCandidates.publish(folder.file(PosterCandidates.FOLDER), directory);
        RunSound.publish(folder, directory);
        RunProtection.publish(manifest, folder, directory);
        folder.publish(List.of(Manifest.FILE_NAME));
    }

    private static Progress done(Manifest manifest, Plan plan, long started) {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1));
        Map<String, Long> bytes =
                manifest.artifacts().stream().collect(Collectors.toMap(Artifact::path, Artifact::bytes));
        double fps = plan.timeline().frames() / seconds;
        return new Progress(1, fps, plan.timeline().durationMicros() / 1e6 / seconds, 0, bytes);
    }
}
