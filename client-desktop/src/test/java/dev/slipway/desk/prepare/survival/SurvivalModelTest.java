package dev.slipway.desk.prepare.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.testing.MadeUpReports;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.protect.survival.Caveat;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.protect.survival.SurvivalReport.Bound;
import dev.slipway.media.protect.survival.SurvivalReport.CostBeforeCodec;
import dev.slipway.media.protect.survival.SurvivalReport.RungSurvival;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalModelTest {
    private static final Protection WISHED = Protection.DEFAULT;

    @TempDir
    Path folder = Path.of("");

    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final Texts texts = new Texts(Language.ENGLISH);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void everyRungThePriceAndTheSoundAreSaid() throws Exception {
        SurvivalWords words = found(WISHED);

        assertThat(words.headline().orElseThrow().words()).startsWith("Most of the noise");
        assertThat(words.warnings()).isEmpty();
        assertThat(words.lines().stream().map(line -> plain(line.name() + ": " + line.words() + " / " + line.exact())))
                .containsExactly(
                        "Picture, 240 lines: 66 % of the noise survived"
                                + " / S 0.66 · wrong-seed control 0.00 · bits +1 % · video-240-vp9.mp4",
                        "Picture, 120 lines: Hardly anything of it survived here: 12 %"
                                + " / S 0.12 · wrong-seed control 0.02 · bits +3 % · video-120-vp9.mp4",
                        "What the pictures paid: They differ little from the original"
                                + " / XPSNR 46.6 dB before the codec, aim 38.0 dB · PSNR 44.1 dB · SSIM 0.9931",
                        "Usual change: Half of the pixels changed by 1 step of brightness at most"
                                + " / Median 1, mean 0.58, largest 14 of 26 allowed · 35 % of the pixels changed",
                        "Measured on: 200 pictures in 4 places / 8.0 s",
                        "Sound: 99 % of the noise survived / S 1.00 · wrong-seed control 0.01 · audio-opus.mp4",
                        "Noise in the sound: Weak: 6.6 dB below what can be heard"
                                + " / Noise to masking threshold -6.6 dB · sound to noise 20.4 dB");
        assertThat(words.caveats()).hasSize(5);
    }

    @Test
    void russianSaysItInItsOwnWordsAndForms() throws Exception {
        SurvivalWords words = found(WISHED);
        texts.language().set(Language.RUSSIAN);

        assertThat(words.lines().stream().map(line -> plain(line.words())))
                .contains(
                        "Уцелело 66 % шума",
                        "Здесь от него почти ничего не уцелело: 12 %",
                        "Половина пикселей изменилась не больше чем на 1 ступень яркости",
                        "200 кадров в 4 местах",
                        "Слабый: на 6,6 дБ ниже порога слышимости");
        assertThat(words.caveats()).allMatch(sentence -> sentence.matches(".*[а-я].*"));
    }

    @Test
    void whereNoProtectionWasAskedForNothingIsSaid() throws Exception {
        SurvivalWords words = found(null);
        assertThat(words.isEmpty()).isTrue();
        assertThat(words.lines()).isEmpty();
        assertThat(words.warnings()).isEmpty();
    }

    @Test
    void aFolderWithoutAManifestIsNothingToSpeakOf() {
        assertThat(look(folder.resolve("gone")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"rungs\":[],\"notProven\":[]}", "PNG", "{\"rungs\":[{}]}"})
    void aDamagedReportIsASentenceAndTheSoundsIsStillRead(String damaged) throws Exception {
        prepare(WISHED);
        Files.writeString(folder.resolve(SurvivalReport.FILE_NAME), damaged);
        SurvivalWords words = look();

        assertThat(words.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.words()).startsWith("What is left of the protection is not known any more.");
            assertThat(warning.exact()).startsWith(SurvivalReport.FILE_NAME + " is gone or damaged");
        });
        assertThat(words.headline()).isEmpty();
        assertThat(words.caveats()).isEmpty();
        assertThat(words.lines()).extracting(Line::name).containsExactly("Sound", "Noise in the sound");
    }

    @Test
    void aReportThatIsCutShortIsASentence() throws Exception {
        prepare(WISHED);
        Path file = folder.resolve(SurvivalReport.FILE_NAME);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(look().warnings()).hasSize(1);
    }

    @Test
    void aReportOfOtherSettingsIsNotThisFilms() throws Exception {
        prepare(WISHED);
        MadeUpReports.write(folder, MadeUpReports.pictures(new Protection(0.2, 2, 30, WISHED.audioLevel())));
        MadeUpReports.write(folder, MadeUpReports.sound(AudioLevel.STRONG));
        assertThat(look().warnings()).hasSize(2);
    }

    @Test
    void missingReportsAreSentences() throws Exception {
        prepare(WISHED);
        Files.delete(folder.resolve(SurvivalReport.FILE_NAME));
        Files.delete(folder.resolve(SoundReport.FILE_NAME));
        SurvivalWords words = look();
        assertThat(words.isEmpty()).isFalse();
        assertThat(words.warnings()).hasSize(2);
        assertThat(words.lines()).isEmpty();
    }

    @Test
    void aFolderInTheReportsPlaceIsASentence() throws Exception {
        prepare(WISHED);
        Files.delete(folder.resolve(SurvivalReport.FILE_NAME));
        Files.createDirectory(folder.resolve(SurvivalReport.FILE_NAME));
        assertThat(look().warnings()).hasSize(1);
    }

    @Test
    void soundThatWasNotProtectedIsNotMissed() throws Exception {
        SurvivalWords words = found(new Protection(0.12, 1, 10, AudioLevel.NONE));
        assertThat(words.warnings()).isEmpty();
        assertThat(words.lines()).extracting(Line::name).doesNotContain("Sound", "Noise in the sound");
    }

    @Test
    void silenceIsNotCalledProtected() throws Exception {
        prepare(WISHED);
        MadeUpReports.write(
                folder, new SoundReport(null, new SoundSurvival(AudioLevel.WEAK, List.of(), null, null, List.of(), 0)));
        assertThat(look().lines().getLast().words()).isEqualTo("Weak: the sound is silent, so nothing was added");
    }

    @Test
    void noiseAboveTheThresholdIsCalledAudible() throws Exception {
        Protection strong = new Protection(0.12, 1, 10, AudioLevel.STRONG);
        prepare(strong);
        MadeUpReports.write(
                folder,
                new SoundReport(null, new SoundSurvival(AudioLevel.STRONG, List.of(5.4), 5.4, 8.3, List.of(), 0)));
        assertThat(plain(look().lines().getLast().words()))
                .isEqualTo("Strong: 5.4 dB above what can be heard, attentive ears will notice");
    }

    @Test
    void aTopRungThatLostItAndAControlThatIsOffAreWarnedOf() throws Exception {
        prepare(WISHED);
        MadeUpReports.write(
                folder,
                MadeUpReports.pictures(
                        WISHED,
                        new Bound(26, 14, 31, 377, false, 2, 0.58, 0.35),
                        new CostBeforeCodec(35.9, 34, 0.95),
                        List.of(new RungSurvival("video-240-vp9.mp4", 0.05, -0.3, 0))));
        SurvivalWords words = look();

        assertThat(words.headline()).isEmpty();
        assertThat(words.warnings().stream().map(Saying::words))
                .containsExactly(
                        "Hardly anything of the noise is left in the largest version. Do not count on it.",
                        "Picture, 240 lines: the cross-check failed, so its figure says little.",
                        "Some pixels changed more than the limit that you chose allows.");
        assertThat(words.warnings().getLast().exact()).isEqualTo("Largest change 31 steps, 26 allowed");
        assertThat(words.lines().stream().map(Line::words))
                .contains(
                        "They differ from the original more than is aimed at",
                        "Half of the pixels changed by 2 steps of brightness at most");
    }

    @Test
    void picturesThatHideNothingAreSaidToBeUnprotected() throws Exception {
        prepare(WISHED);
        MadeUpReports.write(
                folder,
                MadeUpReports.pictures(
                        WISHED,
                        new Bound(26, 0, 0, 377, true, 0, 0, 0),
                        new CostBeforeCodec(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1),
                        List.of(new RungSurvival("video-240-vp9.mp4", 0, 0, 0))));
        SurvivalWords words = look();

        assertThat(words.headline().orElseThrow().words()).contains("none was added");
        assertThat(words.warnings()).isEmpty();
        assertThat(words.lines().getFirst().words()).isEqualTo("They are the same as the original");
    }

    @Test
    void aCaveatOfAnotherSlipwayIsShownAsItIs() throws Exception {
        prepare(WISHED);
        Path file = folder.resolve(SurvivalReport.FILE_NAME);
        String first = Json.STRICT.writeValueAsString(Caveat.sentences().getFirst());
        Files.writeString(file, Files.readString(file).replace(first, "\"It was cloudy.\""));
        texts.language().set(Language.RUSSIAN);
        assertThat(look().caveats()).startsWith("It was cloudy.").hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(Caveat.class)
    void everyCaveatHasWordsInBothLanguages(Caveat caveat) {
        for (Language language : Language.values()) {
            texts.language().set(language);
            assertThat(texts.has("prepare.survival.caveat." + caveat.code()))
                    .as(language + " " + caveat)
                    .isTrue();
        }
    }

    private SurvivalWords found(@Nullable Protection wished) throws IOException {
        prepare(wished);
        return look();
    }

    private void prepare(@Nullable Protection wished) throws IOException {
        Path source = Files.write(folder.resolve("film.mp4"), new byte[1000]);
        new TinyEngine()
                .prepare(
                        new PrepareJob(
                                source,
                                folder,
                                PrepareOptions.DEFAULT.withProtection(wished),
                                PrepareJob.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new CancelSignal());
    }

    private SurvivalWords look() {
        return look(folder);
    }

    /** As the page does when it is opened; everything that was handed over has run when it returns. */
    private SurvivalWords look(Path finished) {
        SurvivalModel model = new SurvivalModel(finished, texts, background);
        AtomicBoolean answered = new AtomicBoolean();
        model.look();
        background.close();
        ui.run(() -> answered.set(true));
        ui.await(answered::get);
        return model.words();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
