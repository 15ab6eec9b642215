package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sound.LoudnessReport;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Levelling and protection as they arrive in the published files. */
class TreatedSoundTest {
    private static final Pattern INTEGRATED = Pattern.compile("r128\\.I=(-?[0-9.]+)");
    private static final Pattern PEAK = Pattern.compile("true_peaks_ch0=([0-9.]+)");
    private static final PlanRequest QUICK = PlanRequest.defaults().withRecipe(Recipe.FAST);

    private final Path folder;

    TreatedSoundTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bothFilesHaveTheWantedLoudnessAsAnotherMeterSeesIt() throws Exception {
        Prepared prepared = prepare(QUICK.withSound(SoundWishes.DEFAULT.withLoudness(-16.0)));
        LoudnessReport report = Objects.requireNonNull(prepared.sound().loudness());
        assertThat(report.after().integrated()).isCloseTo(-16, within(0.5));
        assertThat(report.after().range()).isCloseTo(report.before().range(), within(1.0));
        for (String file : new String[] {"audio-opus.mp4", "audio-aac.mp4"}) {
            String said = meter(folder.resolve("out").resolve(file));
            assertThat(last(INTEGRATED, said)).as("loudness of %s", file).isCloseTo(-16, within(0.5));
            assertThat(20 * Math.log10(last(PEAK, said)))
                    .as("true peak of %s", file)
                    .isLessThanOrEqualTo(-1);
        }
        assertThat(folder.resolve("out/sound-report.json")).isNotEmptyFile();
        assertThat(prepared.notices()).isEmpty();
    }

    /** The gain ends at 24 dB, so that -40.8 LUFS do not get to -16. */
    @Test
    void aLoudnessThatIsOutOfReachIsTold() throws Exception {
        Prepared prepared = prepare(
                QUICK.withSound(SoundWishes.DEFAULT.withLoudness(-16.0)), "aevalsrc=0.01*sin(440*2*PI*t):s=48000:d=8");
        LoudnessReport report = Objects.requireNonNull(prepared.sound().loudness());
        assertThat(report.gain()).isEqualTo(24);
        assertThat(report.after().integrated()).isLessThan(-16.5);
        assertThat(prepared.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo(Notice.LOUDNESS_MISSED);
            assertThat(notice.words())
                    .contains("to be at -16.0 LUFS")
                    .contains("is at %.1f:".formatted(report.after().integrated()))
                    .contains("so quiet");
        });
    }

    @Test
    void protectionIsMeasuredAfterEachCodecAndAStrangersSeedFindsNothing() throws Exception {
        PlanRequest wishes = QUICK.withProtection(new Protection(0.04, 1.0, 10, AudioLevel.MEDIUM));
        SoundSurvival report = Objects.requireNonNull(prepare(wishes).sound().protection());
        assertThat(report.meanNoiseToMask()).isNotNull().isCloseTo(0.0, within(2.0));
        assertThat(report.files())
                .extracting(SoundSurvival.File::path)
                .containsExactly("audio-opus.mp4", "audio-aac.mp4");
        assertThat(report.files()).allSatisfy(file -> {
            assertThat(file.survival()).isBetween(0.05, 1.2);
            assertThat(file.wrongSeed()).isCloseTo(0, within(0.05));
        });
    }

    @Test
    void ofASilentTrackNothingIsAddedAndNoFigureIsMadeUp() throws Exception {
        PlanRequest wishes = QUICK.withProtection(new Protection(0.04, 1.0, 10, AudioLevel.MEDIUM));
        Prepared prepared = prepare(wishes, "aevalsrc=0|0:s=48000:d=8");
        SoundSurvival report = Objects.requireNonNull(prepared.sound().protection());
        assertThat(report.noiseToMaskDecibels()).isEmpty();
        assertThat(report.meanNoiseToMask()).isNull();
        assertThat(report.signalToNoise()).isNull();
        assertThat(report.files()).isEmpty();
        assertThat(folder.resolve("out/sound-report.json")).content().doesNotContain("-200");
    }

    /** What the system's own ebur128 writes about each tenth of a second, all before it included. */
    private String meter(Path file) throws Exception {
        Path log = folder.resolve("loudness.txt");
        FfmpegTool.ffmpeg(
                "-i",
                file.toString(),
                "-af",
                "ebur128=peak=true:metadata=1:framelog=verbose,ametadata=mode=print:file=" + log,
                "-f",
                "null",
                "-");
        return Files.readString(log);
    }

    private static double last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        double value = Double.NaN;
        while (matcher.find()) {
            value = Double.parseDouble(matcher.group(1));
        }
        return value;
    }

    /** Eight seconds of a chord that swells, over noise. */
    private Prepared prepare(PlanRequest wishes) throws Exception {
        return prepare(
                wishes,
                "aevalsrc=(0.1+0.05*sin(2*t))*(sin(330*2*PI*t)+sin(415*2*PI*t)+sin(494*2*PI*t))"
                        + "+0.05*(random(0)-0.5)|0.1*sin(330*2*PI*t)+0.05*(random(1)-0.5):s=48000:d=8");
    }

    private Prepared prepare(PlanRequest wishes, String sound) throws Exception {
        Path clip = folder.resolve("chord.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:d=8:r=10",
                "-f",
                "lavfi",
                "-i",
                sound,
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                clip.toString());
        PrepareRequest request =
                new PrepareRequest(clip, folder.resolve("out"), wishes, PrepareRequest.Beginning.AFRESH);
        return new Preparer(() -> Instant.EPOCH, 2).prepare(request, ProgressListener.silent(), new Cancellation());
    }
}
