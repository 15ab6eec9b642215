package dev.slipway.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.testing.DecodedSound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StereoConverterTest {
    private static final double SILENCE = -150;

    /** The last column is how far all is turned down: 20 log of the sum of one side's gains. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "mono     | 0:0                                                              | 0",
                "stereo   | 0:- -:0                                                          | 0",
                "2.1      | 0:- -:0 -:-                                                      | 0",
                "3.0      | 0:- -:0 -3:-3                                                    | 4.645",
                "quad     | 0:- -:0 -3:- -:-3                                                | 4.645",
                "4.0      | 0:- -:0 -3:-3 -6:-6                                              | 6.878",
                "5.0      | 0:- -:0 -3:-3 -3:- -:-3                                          | 7.656",
                "5.1      | 0:- -:0 -3:-3 -:- -3:- -:-3                                      | 7.656",
                "5.1(side)| 0:- -:0 -3:-3 -:- -3:- -:-3                                      | 7.656",
                "6.1      | 0:- -:0 -3:-3 -:- -6:-6 -3:- -:-3                                | 9.287",
                "7.1      | 0:- -:0 -3:-3 -:- -3:- -:-3 -3:- -:-3                            | 9.889",
            })
    void eachChannelGoesWhereItBelongs(String layout, String levels, double turnedDown) {
        String[] channels = levels.trim().split(" ");
        for (int channel = 0; channel < channels.length; channel++) {
            StereoBlock heard = convert(tone(layout, channel, channels.length));
            String[] sides = channels[channel].split(":");
            assertLevel(heard.left(), sides[0], turnedDown, layout + " channel " + channel + " left");
            assertLevel(heard.right(), sides[1], turnedDown, layout + " channel " + channel + " right");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1", "7.1", "5.1(side)", "hexadecagonal", "22.2", "ambisonic 1"})
    void fullScaleInEveryChannelDoesNotClip(String layout) {
        String loud = "aevalsrc=%s:s=48000:d=0.2:c=%s".formatted(repeated("1", channelsOf(layout)), layout);
        StereoBlock heard = convert(loud);
        for (float sample : middle(heard.left())) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo(1.0001f);
        }
    }

    @Test
    void aToneKeepsItsPitchAndLevelWhenTheRateChanges() {
        StereoBlock heard = convert("aevalsrc=0.5*sin(1000*2*PI*t):s=44100:d=1:c=mono");
        assertThat(heard.samples()).isBetween(47_990, 48_010);
        assertThat(crossings(middle(heard.left()))).isCloseTo(middle(heard.left()).length / 48, within(2));
        assertThat(DecodedSound.level(heard.left(), 0.1, 0.9)).isCloseTo(-9.03, within(0.05));
    }

    private static void assertLevel(float[] side, String relative, double turnedDown, String which) {
        double heard = DecodedSound.level(side, 0.05, 0.15);
        if (relative.equals("-")) {
            assertThat(heard).as(which).isLessThan(SILENCE);
        } else {
            // A tone of half of full scale has -9.03 dB; "-3" stands for the square root of a half, "-6" for a half.
            double nominal = -9.03 - turnedDown + Double.parseDouble(relative) * 3.0103 / 3;
            assertThat(heard).as(which).isCloseTo(nominal, within(0.02));
        }
    }

    private static String tone(String layout, int channel, int channels) {
        List<String> expressions = new ArrayList<>(Collections.nCopies(channels, "0"));
        expressions.set(channel, "0.5*sin(1000*2*PI*t)");
        return "aevalsrc=%s:s=48000:d=0.2:c=%s".formatted(String.join("|", expressions), layout);
    }

    private static int channelsOf(String layout) {
        return switch (layout) {
            case "hexadecagonal" -> 16;
            case "22.2" -> 24;
            case "7.1" -> 8;
            case "ambisonic 1" -> 4;
            default -> 6;
        };
    }

    private static String repeated(String expression, int times) {
        return String.join("|", Collections.nCopies(times, expression));
    }

    private static int crossings(float[] samples) {
        int crossings = 0;
        for (int index = 1; index < samples.length; index++) {
            crossings += samples[index - 1] < 0 && samples[index] >= 0 ? 1 : 0;
        }
        return crossings;
    }

    private static float[] middle(float[] samples) {
        return Arrays.copyOfRange(samples, samples.length / 8, samples.length * 7 / 8);
    }

    private static StereoBlock convert(String source) {
        HeardSound heard = new HeardSound();
        try (FilterGraph graph = FilterGraph.soundSource(source);
                StereoConverter converter = new StereoConverter(heard::add)) {
            boolean more = true;
            while (more) {
                more = graph.pull(frame -> feed(graph, frame, converter));
            }
            converter.finish();
        }
        return heard.block();
    }

    private static void feed(FilterGraph graph, Frame frame, StereoConverter converter) {
        frame.setPts(graph.timebase().toMicros(frame.pts()));
        converter.accept(frame);
    }
}
