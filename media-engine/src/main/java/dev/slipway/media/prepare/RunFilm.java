package dev.slipway.media.prepare;

import dev.slipway.media.cap.CapCheck;
import dev.slipway.media.chunk.ChunkStore;
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
import dev.slipway.media.goal.FinishedQuality;
import dev.slipway.media.goal.QualityReport;
import dev.slipway.media.mux.RungAssembler;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.prepare.progress.AssemblyProgress;
import dev.slipway.media.prepare.progress.PassProgress;
import dev.slipway.media.prepare.progress.RunProgress;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterAssembler;
import dev.slipway.media.still.PosterCandidates;
import dev.slipway.media.still.SheetAssembler;
import dev.slipway.media.subtitle.SubtitleFiles;
import dev.slipway.media.subtitle.SubtitleResult;
import dev.slipway.media.twopass.TwoPasses;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the files of one film in the work folder, from the chunks that are kept to the manifest. Used once. */
final class RunFilm {
    private final Tools tools;
    private final PrepareRequest request;
    private final SourceScan scan;
    private final Plan plan;
    private final WorkFolder folder;
    private final RunProgress progress;
    private final Cancellation cancellation;

    RunFilm(
            Tools tools,
            PrepareRequest request,
            Foresight.Settled settled,
            Outlook outlook,
            WorkFolder folder,
            ProgressListener listener,
            Cancellation cancellation) {
        this.tools = tools;
        this.request = request;
        this.scan = settled.scan();
        this.plan = settled.plan();
        this.folder = folder;
        this.progress =
                new RunProgress(listener, outlook.seconds() - settled.spent().seconds());
        this.cancellation = cancellation;
    }

    /**
     * What every run of a preparer works with.
     *
     * @param random makes the secret seeds
     */
    record Tools(
            InstantSource clock, PictureEncoder.Factory encoders, SourceDecoders.Cards cards, RandomGenerator random) {}

    /** What lies in the work folder in the end, and what was measured on the way. */
    record Made(Manifest manifest, @Nullable QualityReport quality) {}

    Made make() throws IOException {
        @Nullable RunProtection protection = RunProtection.of(plan, folder, request.source(), tools.random());
        @Nullable ProtectionSeed seed = protection == null ? null : protection.seed();
        try (ChunkStore store = chunks(seed);
                Roster roster = new Roster(tools.encoders(), Renditions.of(plan, request.devices()), progress);
                RunSound sound = new RunSound(
                        new SoundPass(request.source(), scan, plan),
                        plan,
                        request.wishes().sound().loudness(),
                        seed,
                        progress,
                        cancellation)) {
            DiskSpace.require(plan, store.bytes(), folder.usableBytes(), folder.target());
            TwoPasses passes = new TwoPasses(roster, store, plan.timeline());
            Map<AudioOutput, TrackStatistics> sounds = encode(store, roster, passes, sound, protection);
            sound.report(folder, progress, cancellation);
            ManifestBuilder manifest = assemble(store, roster, sounds);
            if (protection != null) {
                report(protection, Lineup.of(plan, roster, passes));
            }
            @Nullable QualityReport quality = measured();
            return new Made(
                    manifest.build(
                            Objects.requireNonNull(scan.facts().video()),
                            tools.clock().instant()),
                    quality);
        }
    }

    /** Those that an earlier run of the very same made, and no others. */
    private ChunkStore chunks(@Nullable ProtectionSeed seed) throws IOException {
        String settings = PictureSettings.of(plan, scan.traits());
        String key = Fingerprint.of(request.source(), plan, settings, FfmpegBuild.identity(), seed);
        if (!ChunkStore.holds(folder.chunks(), key)) {
            if (folder.hasChunks()) {
                progress.notice(new Notice(
                        Notice.DISCARDED,
                        "Unfinished work in " + folder.target()
                                + " was made of another film, with other options or by another Slipway. It cannot be used"
                                + " and is thrown away."));
            }
            folder.clearChunks();
        }
        return new ChunkStore(folder.chunks(), key);
    }

    /** All passes over the source: the first where there are two, the one that counts, and what costs too much again. */
    private Map<AudioOutput, TrackStatistics> encode(
            ChunkStore store, Roster roster, TwoPasses passes, RunSound sound, @Nullable RunProtection protection)
            throws IOException {
        PictureDecoder.Factory decoders = SourceDecoders.of(
                request.devices(), tools.cards(), scan.traits().restartBytes(), progress);
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
        List<Lane> lanes = Lineup.of(plan, roster, passes);
        tellKept(pipelines.apply(plan, progress), passes.firstPass(), lanes);
        ProgressListener rest = learn(passes, pipelines);
        Map<AudioOutput, TrackStatistics> sounds =
                pipelines.apply(plan, rest).run(lanes, sound.treatments(), folder.file(""));
        cancellation.throwIfCancelled();
        RunCaps.keep(
                new CapCheck(store, plan.timeline(), roster),
                ears -> pipelines
                        .apply(plan.withoutSound(), ears)
                        .run(Lineup.of(plan, roster, passes), List.of(), Path.of("")),
                plan.quality(),
                progress,
                cancellation);
        return sounds;
    }

    private void tellKept(Pipeline pipeline, List<Lane> first, List<Lane> lanes) {
        double share = pipeline.finishedShare(lanes);
        double kept = first.isEmpty() ? share : PassProgress.together(pipeline.finishedShare(first), share);
        if (kept > 0) {
            progress.notice(new Notice(Notice.RESUMED, goingOn(kept), "%.0f %%".formatted(Math.floor(100 * kept))));
        }
    }

    static String goingOn(double kept) {
        return kept < 1
                ? "Going on from %.0f %%, which an earlier run finished.".formatted(Math.floor(100 * kept))
                : "Going on from an earlier run, which encoded every picture. Sound, what costs more than it may, and the"
                        + " files are still to be made.";
    }

    /** The first pass, where there are two. @return who hears of the second */
    private ProgressListener learn(TwoPasses passes, BiFunction<Plan, ProgressListener, Pipeline> pipelines)
            throws IOException {
        List<Lane> lanes = passes.firstPass();
        if (lanes.isEmpty()) {
            return progress;
        }
        pipelines.apply(plan.withoutSound(), PassProgress.ofFirst(progress)).run(lanes, List.of(), Path.of(""));
        return PassProgress.ofSecond(progress);
    }

    private ManifestBuilder assemble(ChunkStore store, Roster roster, Map<AudioOutput, TrackStatistics> sounds)
            throws IOException {
        AssemblyProgress assembly = new AssemblyProgress(plan, progress, cancellation);
        ManifestBuilder manifest = new ManifestBuilder(plan, folder, assembly::still);
        RungAssembler assembler = new RungAssembler(store, plan.timeline(), assembly::written);
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
        for (AudioOutput audio : plan.audios()) {
            manifest.addAudio(audio, Objects.requireNonNull(sounds.get(audio)));
        }
        addSubtitles(manifest);
        return manifest;
    }

    private void addSubtitles(ManifestBuilder manifest) throws IOException {
        DoubleConsumer share = progress.begin(RunProgress.Part.SUBTITLES);
        for (SubtitleResult result :
                SubtitleFiles.write(request.source(), plan, folder.file(""), share, cancellation)) {
            result.notice().ifPresent(progress::notice);
            if (result.isPublished()) {
                manifest.addSubtitles(result.output());
            }
        }
    }

    private void report(RunProtection protection, List<Lane> lanes) throws IOException {
        DoubleConsumer share = progress.begin(RunProgress.Part.PICTURE_REPORT);
        protection.report(
                new OriginalPictures(request.source(), scan, plan, () -> share.accept(0)), lanes, share, cancellation);
    }

    private @Nullable QualityReport measured() {
        DoubleConsumer share = progress.begin(RunProgress.Part.QUALITY_REPORT);
        @Nullable
        QualityReport quality = FinishedQuality.measure(
                plan,
                new OriginalPictures(request.source(), scan, plan, () -> share.accept(0)),
                folder.file(plan.rungs().getFirst().path()),
                share,
                cancellation);
        if (quality != null && quality.isMissed()) {
            progress.notice(new Notice(
                    Notice.QUALITY_MISSED,
                    String.format(
                            Locale.ROOT,
                            "The film got %.1f dB where %.1f were wanted: it is busier than its samples. Wish for more,"
                                    + " or choose the recipe quality or av1.",
                            quality.finishedXpsnr(),
                            quality.found().wantedXpsnr()),
                    String.format(
                            Locale.ROOT,
                            "XPSNR %.1f dB < %.1f dB",
                            quality.finishedXpsnr(),
                            quality.found().wantedXpsnr())));
        }
        return quality;
    }
}
