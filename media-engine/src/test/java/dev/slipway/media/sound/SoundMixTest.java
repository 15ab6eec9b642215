package dev.slipway.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import dev.slipway.model.media.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is at a certain moment of the source must be at the same sample of the mix. */
class SoundMixTest {
    private static final int RATE = 48_000;
    private static final int PIECE = 1024;
    private static final Timeline FOUR_SECONDS = new Timeline(new Rational(25, 1), 100);

    private final Deque<Frame> decoded = new ArrayDeque<>();

    @AfterEach
    void freeWhatIsLeft() {
        decoded.forEach(Frame::close);
    }

    @Test
    void theMixLastsExactlyAsLongAsThePicture() {
        Timeline ntsc = new Timeline(new Rational(30000, 1001), 100);
        constant(RATE, 0, 5);
        assertThat(mix(ntsc).samples()).isEqualTo(160_160);
        constant(RATE, 0, 1);
        assertThat(mix(ntsc).samples()).isEqualTo(160_160);
    }

    @Test
    void lateSoundBeginsAtItsOwnSample() {
        constant(RATE, 1.25, 2);
        assertThat(soundingParts(mix(FOUR_SECONDS))).containsExactly(part(60_000, 156_000));
    }

    @Test
    void soundBeforeThePictureIsCutOff() {
        clicks(RATE, -0.5, 4, 0.25);
        assertThat(clicksOf(mix(FOUR_SECONDS))).containsExactly(36_000, 84_000, 132_000);
    }

    @Test
    void aHoleIsSilentFromItsFirstToItsLastSample() {
        constant(RATE, 0, 1);
        constant(RATE, 2, 1);
        assertThat(soundingParts(mix(FOUR_SECONDS))).containsExactly(part(0, 48_000), part(96_000, 144_000));
    }

    @Test
    void oneLostPacketShiftsNothing() {
        constant(RATE, 0, 1);
        constant(RATE, 1 + (double) PIECE / RATE, 1);
        assertThat(soundingParts(mix(FOUR_SECONDS)))
                .containsExactly(part(0, 48_000), part(48_000 + PIECE, 96_000 + PIECE));
    }

    @Test
    void whatComesTwiceIsHeardOnce() {
        constant(RATE, 0, 2);
        constant(RATE, 1, 2);
        assertThat(soundingParts(mix(FOUR_SECONDS))).containsExactly(part(0, 144_000));
    }

    @Test
    void clicksAt44100HertzStayWhereTheyAre() {
        clicks(44_100, 0.2, 3, 0.1);
        assertThat(clicksOf(mix(FOUR_SECONDS))).containsExactly(14_400, 62_400, 110_400);
    }

    @Test
    void aSlowClockIsFollowedWithoutALeap() {
        drifting(1.002, 3.5);
        assertThat(soundingParts(mix(FOUR_SECONDS)))
                .singleElement()
                .satisfies(part -> assertThat(part.end()).isCloseTo((int) (3.5 * 1.002 * RATE), within(RATE / 150)));
    }

    @Test
    void anotherRateAndLayoutInMidStreamGoesOnWithoutAGap() {
        constant(44_100, 0, 1);
        source("aevalsrc=0.5|0.5|0|0|0|0:s=48000:d=1:c=5.1", 1);
        constant(RATE, 2, 1);
        StereoBlock mix = mix(FOUR_SECONDS);
        assertThat(soundingParts(mix)).containsExactly(part(0, 144_000));
        assertThat(mix.left()[72_000]).isCloseTo(0.5f / 2.41421f, within(1e-3f));
    }

    private record Part(int start, int end) {}

    private static Part part(int start, int end) {
        return new Part(start, end);
    }

    /** Half of full scale throughout. */
    private void constant(int rate, double start, double seconds) {
        float[] samples = new float[(int) Math.round(seconds * rate)];
        Arrays.fill(samples, 0.5f);
        feed(rate, start, samples, 1);
    }

    /** One loud sample a second, the first of them so long after the start. */
    private void clicks(int rate, double start, int count, double first) {
        float[] samples = new float[count * rate];
        for (int click = 0; click < count; click++) {
            samples[(int) Math.round((first + click) * rate)] = 0.9f;
        }
        feed(rate, start, samples, 1);
    }

    private void drifting(double slower, double seconds) {
        float[] samples = new float[(int) (seconds * RATE)];
        Arrays.fill(samples, 0.5f);
        feed(RATE, 0, samples, slower);
    }

    private void feed(int rate, double start, float[] samples, double slower) {
        for (int from = 0; from < samples.length; from += PIECE) {
            float[] piece = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + PIECE));
            Frame frame = Frame.stereo(rate, piece, piece);
            frame.setPts(Math.round((start + from * slower / rate) * 1e6));
            decoded.add(frame);
        }
    }

    private void source(String chain, double start) {
        try (FilterGraph graph = FilterGraph.soundSource(chain)) {
            boolean more = true;
            while (more) {
                more = graph.pull(frame -> {
                    Frame kept = frame.share();
                    kept.setPts(graph.timebase().toMicros(frame.pts()) + Math.round(start * 1e6));
                    decoded.add(kept);
                });
            }
        }
    }

    private StereoBlock mix(Timeline timeline) {
        HeardSound heard = new HeardSound();
        new SoundMix(decoded::poll, timeline, List.of(), heard::add).run();
        return heard.block();
    }

    /** Where samples are louder than a tenth, joined where at most a millisecond lies between. */
    private static List<Part> soundingParts(StereoBlock mix) {
        List<Part> parts = new ArrayList<>();
        float[] left = mix.left();
        for (int index = 0; index < left.length; index++) {
            if (Math.abs(left[index]) > 0.1) {
                boolean joins = !parts.isEmpty() && index - parts.getLast().end() < RATE / 1000;
                int start = joins ? parts.removeLast().start() : index;
                parts.add(new Part(start, index + 1));
            }
        }
        return parts;
    }

    private static List<Integer> clicksOf(StereoBlock mix) {
        List<Integer> clicks = new ArrayList<>();
        float[] left = mix.left();
        for (int index = 1; index < left.length - 1; index++) {
            if (left[index] > 0.3 && left[index] >= left[index - 1] && left[index] > left[index + 1]) {
                clicks.add(index);
            }
        }
        return clicks;
    }
}
