package dev.slipway.media.prepare;

import dev.slipway.media.encode.SoundPass;
import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.prepare.place.Leftover;
import dev.slipway.media.prepare.progress.RunProgress;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.protect.sound.AudioNoise;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.protect.sound.SoundSurvivalCheck;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.sound.Leveller;
import dev.slipway.media.sound.Loudness;
import dev.slipway.media.sound.LoudnessMeter;
import dev.slipway.media.sound.LoudnessReport;
import dev.slipway.media.sound.SoundMix;
import dev.slipway.media.sound.SoundTreatment;
import dev.slipway.media.sound.StereoBlock;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The levelling and the protection of one run's sound, from the first pass over it to the report. */
final class RunSound implements AutoCloseable {
    private final Opened opened = new Opened();
    private final SoundPass pass;
    private final Plan plan;
    private final @Nullable Double target;
    private final @Nullable Loudness before;
    private final @Nullable Leveller leveller;
    private final @Nullable ProtectionSeed seed;
    private final @Nullable AudioNoise noise;

    /**
     * Measures the loudness first where it is to be levelled.
     *
     * @param target in LUFS, or null
     * @param seed of the protection, or null
     */
    RunSound(
            SoundPass pass,
            Plan plan,
            @Nullable Double target,
            @Nullable ProtectionSeed seed,
            RunProgress progress,
            Cancellation cancellation)
            throws IOException {
        boolean silent = plan.audios().isEmpty();
        this.pass = pass;
        this.plan = plan;
        this.target = silent ? null : target;
        this.before = this.target == null ? null : measure(progress, cancellation);
        this.seed = silent || level() == AudioLevel.NONE ? null : seed;
        try {
            leveller = newLeveller();
            noise = newNoise();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private @Nullable AudioNoise newNoise() {
        return seed == null ? null : opened.with(new AudioNoise(seed.key("sound"), level()), AudioNoise::close);
    }

    private AudioLevel level() {
        Protection protection = plan.protection();
        return protection == null ? AudioLevel.NONE : protection.audioLevel();
    }

    private Loudness measure(RunProgress progress, Cancellation cancellation) throws IOException {
        try (LoudnessMeter meter = new LoudnessMeter()) {
            read(meter::accept, progress.begin(RunProgress.Part.LOUDNESS), cancellation);
            return meter.finish();
        }
    }

    private void read(Consumer<StereoBlock> output, DoubleConsumer share, Cancellation cancellation)
            throws IOException {
        double all = SoundMix.samples(plan.timeline());
        AtomicLong heard = new AtomicLong();
        pass.read(
                block -> {
                    heard.addAndGet(block.samples());
                    output.accept(block);
                },
                () -> share.accept(heard.get() / all),
                cancellation);
        share.accept(1);
    }

    private @Nullable Leveller newLeveller() {
        return target == null || before == null
                ? null
                : opened.with(new Leveller(target, before, SoundMix.samples(plan.timeline())), Leveller::close);
    }

    /** In the order in which they are applied: noise follows the sound as it will be heard. */
    List<SoundTreatment> treatments() {
        return Stream.<@Nullable SoundTreatment>of(leveller, noise)
                .filter(Objects::nonNull)
                .map(SoundTreatment.class::cast)
                .toList();
    }

    /** After the pipeline has ended: measures what the finished files hold, and writes it down beside them. */
    void report(WorkFolder folder, RunProgress progress, Cancellation cancellation) throws IOException {
        // An earlier run with other wishes for the sound may have been stopped after it wrote its own.
        Files.deleteIfExists(folder.file(SoundReport.FILE_NAME));
        SoundReport report = new SoundReport(levelled(progress), survival(folder, progress, cancellation));
        if (!report.equals(SoundReport.NOTHING_DONE)) {
            Files.write(folder.file(SoundReport.FILE_NAME), Json.STRICT.writeValueAsBytes(report));
            folder.sync(SoundReport.FILE_NAME);
        }
    }

    private @Nullable LoudnessReport levelled(RunProgress progress) {
        if (leveller == null) {
            return null;
        }
        LoudnessReport report = leveller.report();
        report.missInWords()
                .ifPresent(words -> progress.notice(new Notice(Notice.LOUDNESS_MISSED, words, report.missExactly())));
        return report;
    }

    /** What the run that filled this folder wrote. */
    static SoundReport readReport(Path directory) {
        Path file = directory.resolve(SoundReport.FILE_NAME);
        try {
            return Leftover.isOurs(file)
                    ? Json.STRICT.readValue(Files.readAllBytes(file), SoundReport.class)
                    : SoundReport.NOTHING_DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable SoundSurvival survival(WorkFolder folder, RunProgress progress, Cancellation cancellation)
            throws IOException {
        if (seed == null || noise == null) {
            return null;
        }
        List<Path> files =
                plan.audios().stream().map(AudioOutput::path).map(folder::file).toList();
        try (SoundSurvivalCheck check = new SoundSurvivalCheck(
                        seed.key("sound"),
                        seed.key("not the sound"),
                        level(),
                        files,
                        SoundMix.samples(plan.timeline()));
                Leveller again = newLeveller()) {
            DoubleConsumer share = progress.begin(RunProgress.Part.SOUND_REPORT);
            if (again == null) {
                read(check::accept, share, cancellation);
            } else {
                Consumer<StereoBlock> next = check::accept;
                read(block -> again.accept(block, next), share, cancellation);
                again.finish(next);
            }
            return check.finish(noise.cpuSeconds());
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
