package dev.slipway.media.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of each loudspeaker's channel goes into left and right, after ITU-R BS.775: centre and surrounds at −3 dB,
 * the low-frequency channel left out, all of it turned down together so far that not even full scale in every channel
 * at once can clip.
 */
final class DownMix {
    private static final double MINUS_3_DB = Math.sqrt(0.5);
    private static final Gains LEFT = new Gains(1, 0);
    private static final Gains RIGHT = new Gains(0, 1);
    private static final Gains LEFT_SURROUND = new Gains(MINUS_3_DB, 0);
    private static final Gains RIGHT_SURROUND = new Gains(0, MINUS_3_DB);
    private static final Gains CENTRE = new Gains(MINUS_3_DB, MINUS_3_DB);
    private static final Gains CENTRE_SURROUND = new Gains(0.5, 0.5);
    private static final Gains BOTH = new Gains(1, 1);
    private static final Gains NOWHERE = new Gains(0, 0);

    /** By FFmpeg's names of loudspeakers; the last line is first-order ambisonics as two crossed cardioids. */
    private static final Map<String, Gains> BY_SPEAKER = Map.ofEntries(
            Map.entry("FL", LEFT),
            Map.entry("FR", RIGHT),
            Map.entry("DL", LEFT),
            Map.entry("DR", RIGHT),
            Map.entry("FLC", LEFT),
            Map.entry("FRC", RIGHT),
            Map.entry("WL", LEFT),
            Map.entry("WR", RIGHT),
            Map.entry("FC", CENTRE),
            Map.entry("LFE", NOWHERE),
            Map.entry("LFE2", NOWHERE),
            Map.entry("BL", LEFT_SURROUND),
            Map.entry("BR", RIGHT_SURROUND),
            Map.entry("SL", LEFT_SURROUND),
            Map.entry("SR", RIGHT_SURROUND),
            Map.entry("SDL", LEFT_SURROUND),
            Map.entry("SDR", RIGHT_SURROUND),
            Map.entry("TFL", LEFT_SURROUND),
            Map.entry("TFR", RIGHT_SURROUND),
            Map.entry("TSL", LEFT_SURROUND),
            Map.entry("TSR", RIGHT_SURROUND),
            Map.entry("TBL", LEFT_SURROUND),
            Map.entry("TBR", RIGHT_SURROUND),
            Map.entry("BFL", LEFT_SURROUND),
            Map.entry("BFR", RIGHT_SURROUND),
            Map.entry("BC", CENTRE_SURROUND),
            Map.entry("TC", CENTRE_SURROUND),
            Map.entry("TFC", CENTRE_SURROUND),
            Map.entry("TBC", CENTRE_SURROUND),
            Map.entry("BFC", CENTRE_SURROUND),
            Map.entry("AMBI0", CENTRE_SURROUND),
            Map.entry("AMBI1", new Gains(0.5, -0.5)),
            Map.entry("AMBI2", NOWHERE),
            Map.entry("AMBI3", NOWHERE));

    private DownMix() {}

    /** What one channel gives to either side. */
    record Gains(double left, double right) {
        Gains times(double factor) {
            return new Gains(left * factor, right * factor);
        }
    }

    /** The gains of channels with these loudspeakers, in their order. */
    static List<Gains> of(List<String> speakers) {
        List<Gains> gains = new ArrayList<>();
        for (int channel = 0; channel < speakers.size(); channel++) {
            Gains unplaced = channel % 2 == 0 ? LEFT : RIGHT;
            gains.add(BY_SPEAKER.getOrDefault(speakers.get(channel), unplaced));
        }
        if (speakers.size() == 1) {
            gains.set(0, BOTH);
        }
        double loudest = Math.max(
                gains.stream().mapToDouble(each -> Math.abs(each.left())).sum(),
                gains.stream().mapToDouble(each -> Math.abs(each.right())).sum());
        double scale = 1 / Math.max(1, loudest);
        return gains.stream().map(each -> each.times(scale)).toList();
    }

    /** The same as a filter for floats. */
    static String filter(List<String> speakers) {
        List<Gains> gains = of(speakers);
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int channel = 0; channel < gains.size(); channel++) {
            left.add(term(gains.get(channel).left(), channel));
            right.add(term(gains.get(channel).right(), channel));
        }
        return "pan=stereo|c0=" + String.join("+", left) + "|c1=" + String.join("+", right);
    }

    private static String term(double gain, int channel) {
        return String.format(Locale.ROOT, "%.9f*c%d", gain, channel);
    }
}
