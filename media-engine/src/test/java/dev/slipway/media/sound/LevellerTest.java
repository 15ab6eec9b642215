package dev.slipway.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.ffmpeg.frame.FilterGraph;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevellerTest {
    /** Loud and quiet by turns, as speech is. */
    private static final String LIVELY =
            "anoisesrc=d=15:c=pink:a=0.12:r=48000:seed=3,volume='if(lt(mod(t,6),3),1,0.3)':eval=frame,"
                    + "aformat=sample_fmts=fltp:channel_layouts=stereo";

    @Test
    void aFullScaleToneMeasuresWhatTheStandardSays() {
        Loudness tone = measure(sound("aevalsrc=0.1*sin(997*2*PI*t)|0.1*sin(997*2*PI*t):s=48000:d=5,aformat=fltp"));
        assertThat(tone.integrated()).isCloseTo(-20, within(0.15));
        assertThat(tone.truePeak()).isCloseTo(-20, within(0.1));
    }

    @Test
    void silenceStaysSilent() {
        StereoBlock silence = new StereoBlock(new float[96_000], new float[96_000]);
        LoudnessReport report = level(silence, -14, new HeardSound());
        assertThat(report.gain()).isZero();
        assertThat(report.after().integrated()).isEqualTo(-70);
        assertThat(report.missInWords())
                .hasValueSatisfying(words -> assertThat(words).contains("silent"));
    }

    @ParameterizedTest
    @CsvSource({"-14", "-23"})
    void theLoudnessIsTheWantedOneAndTheDynamicsStay(double target) {
        StereoBlock lively = sound(LIVELY);
        HeardSound heard = new HeardSound();
        LoudnessReport report = level(lively, target, heard);
        assertThat(report.after().integrated()).isCloseTo(target, within(0.5));
        assertThat(report.after().range()).isCloseTo(report.before().range(), within(1.0));
        assertThat(report.after().truePeak()).isLessThanOrEqualTo(-1);
        assertThat(heard.block().samples()).isEqualTo(lively.samples());
    }

    @Test
    void peaksStopBelowTheCeilingAndNothingMoves() {
        float[] samples = new float[192_000];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = (float) (0.05 * Math.sin(index * 0.05));
        }
        samples[100_000] = 0.95f;
        HeardSound heard = new HeardSound();
        LoudnessReport report = level(new StereoBlock(samples, samples.clone()), -14, heard);
        assertThat(report.after().truePeak()).isLessThanOrEqualTo(-1);
        float[] left = heard.block().left();
        int loudest = 0;
        for (int index = 0; index < left.length; index++) {
            loudest = Math.abs(left[index]) > Math.abs(left[loudest]) ? index : loudest;
        }
        assertThat(loudest).isEqualTo(100_000);
        assertThat(left[150_000] / samples[150_000]).isCloseTo((float) Math.pow(10, report.gain() / 20), within(0.02f));
    }

    private static LoudnessReport level(StereoBlock sound, double target, HeardSound heard) {
        Loudness before = measure(sound);
        try (Leveller leveller = new Leveller(target, before, sound.samples())) {
            for (int from = 0; from < sound.samples(); from += 1000) {
                int until = Math.min(sound.samples(), from + 1000);
                StereoBlock piece = new StereoBlock(
                        Arrays.copyOfRange(sound.left(), from, until), Arrays.copyOfRange(sound.right(), from, until));
                leveller.accept(piece, heard::add);
            }
            leveller.finish(heard::add);
            return leveller.report();
        }
    }

    private static Loudness measure(StereoBlock sound) {
        try (LoudnessMeter meter = new LoudnessMeter()) {
            meter.accept(sound);
            return meter.finish();
        }
    }

    private static StereoBlock sound(String chain) {
        HeardSound heard = new HeardSound();
        try (FilterGraph graph = FilterGraph.soundSource(chain)) {
            boolean more = true;
            while (more) {
                more = graph.pull(heard::add);
            }
        }
        return heard.block();
    }
}
