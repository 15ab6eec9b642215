package dev.slipway.media.protect.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.DecodedSound;
import dev.slipway.model.manifest.AudioLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundProtectionTest {
    private static final String PINK = "anoisesrc=d=6:c=pink:a=0.3:r=48000:seed=5";
    private static final String CHORD =
            "aevalsrc=0.2*sin(440*2*PI*t)+0.15*sin(554.37*2*PI*t)+0.1*sin(659.25*2*PI*t)+0.02*sin(3000*2*PI*t):s=48000:d=6";

    @ParameterizedTest
    @CsvSource({"WEAK,-6", "MEDIUM,0", "STRONG,6"})
    void inEveryBandNoiseLiesWhereTheLevelSaysByAnotherReckoning(AudioLevel level, double decibels) {
        ProtectedSound made = ProtectedSound.of(ProtectedSound.source(PINK), ProtectedSound.KEY, level);
        assertThat(made.noiseToMask()).isCloseTo(decibels, within(0.5));
        assertThat(made.noiseToMaskByBand()).allSatisfy(band -> assertThat(band).isCloseTo(decibels, within(2.0)));
    }

    /** Below a tone the threshold falls so steeply that noise next to it is heard where none should be. */
    @ParameterizedTest
    @ValueSource(
            strings = {CHORD, "aevalsrc=0.2*sin(1000*2*PI*t):s=48000:d=3", "aevalsrc=0.2*sin(110*2*PI*t):s=48000:d=3"})
    void underTonesNoBandIsLouderThanTheLevelSays(String tones) {
        ProtectedSound made = ProtectedSound.of(ProtectedSound.source(tones), ProtectedSound.KEY, AudioLevel.WEAK);
        assertThat(made.noiseToMaskByBand()).allSatisfy(band -> assertThat(band).isLessThan(-4.5));
        assertThat(made.noiseToMask()).isBetween(-14.0, -6.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elf-vp8-vorbis.webm", "film-960x400-mpeg4-mp3.avi"})
    void inRealSoundItLiesWhereTheLevelSays(String clip) throws Exception {
        float[] sound = DecodedSound.of(Clips.require(clip)).left();
        ProtectedSound made = ProtectedSound.of(sound, ProtectedSound.KEY, AudioLevel.WEAK);
        assertThat(made.noiseToMask()).isCloseTo(-6, within(1.0));
    }

    @Test
    void everySampleStaysWhereItIs() {
        ProtectedSound made = ProtectedSound.of(ProtectedSound.source(PINK), ProtectedSound.KEY, AudioLevel.MEDIUM);
        assertThat(made.protectedSound()).hasSameSizeAs(made.sound());
        for (int index = 0; index < made.sound().length; index++) {
            assertThat(made.protectedSound()[index] - made.noise()[index])
                    .isCloseTo(made.sound()[index], within(1e-6f));
        }
    }

    @Test
    void silenceStaysSilentAndShortSoundWhole() {
        ProtectedSound silent = ProtectedSound.of(new float[5000], ProtectedSound.KEY, AudioLevel.STRONG);
        assertThat(silent.protectedSound()).containsOnly(0f).hasSize(5000);
        assertThat(ProtectedSound.of(new float[] {0.5f, 0.25f}, ProtectedSound.KEY, AudioLevel.WEAK)
                        .protectedSound())
                .hasSize(2);
    }

    @Test
    void nothingIsHeardBeforeAnAttack() {
        float[] sound = new float[48_000];
        for (int index = 24_500; index < sound.length; index++) {
            sound[index] = (float) (0.8 * Math.exp(-(index - 24_500) / 2000.0) * Math.sin(index * 0.3));
        }
        float[] noise =
                ProtectedSound.of(sound, ProtectedSound.KEY, AudioLevel.STRONG).noise();
        assertThat(loudest(noise, 0, 24_400)).isZero();
        assertThat(loudest(noise, 24_500, 30_000)).isGreaterThan(0.001f);
    }

    @Test
    void aQuietBeginningBeforeAnAttackIsSpared() {
        float[] sound = ProtectedSound.source(PINK);
        for (int index = 0; index < sound.length; index++) {
            sound[index] *= index < 100_500 ? 0.003f : 1;
        }
        float[] noise =
                ProtectedSound.of(sound, ProtectedSound.KEY, AudioLevel.WEAK).noise();
        assertThat(loudest(noise, 99_400, 100_400)).isLessThan(0.001f);
        assertThat(loudest(noise, 100_600, 102_000)).isGreaterThan(0.01f);
    }

    @Test
    void noiseFollowsFromTheKeyAndFromNothingElse() {
        float[] sound = ProtectedSound.source(PINK);
        float[] noise =
                ProtectedSound.of(sound, ProtectedSound.KEY, AudioLevel.WEAK).noise();
        float[] again =
                ProtectedSound.of(sound, ProtectedSound.KEY, AudioLevel.WEAK).noise();
        float[] other =
                ProtectedSound.of(sound, ProtectedSound.key(2), AudioLevel.WEAK).noise();
        assertThat(again).isEqualTo(noise);
        assertThat(ProtectedSound.survival(other, noise)).isCloseTo(0, within(0.02));
    }

    @Test
    void noiseNeverClips() {
        float[] sound = ProtectedSound.source("aevalsrc=0.9999*sin(300*2*PI*t)+0*t:s=48000:d=2");
        float[] heard =
                ProtectedSound.of(sound, ProtectedSound.KEY, AudioLevel.STRONG).protectedSound();
        assertThat(loudest(heard, 0, heard.length)).isLessThanOrEqualTo(1f);
    }

    private static float loudest(float[] samples, int from, int until) {
        float loudest = 0;
        for (int index = from; index < until; index++) {
            loudest = Math.max(loudest, Math.abs(samples[index]));
        }
        return loudest;
    }
}
