package dev.slipway.media.probe;

import dev.slipway.model.media.SourceWarning;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the last picture stays. Recorders of screens write no picture while nothing moves, also at the end, while who
 * speaks goes on: the picture is held for the sound, as the screen held it.
 *
 * @param pictureMicros from the first picture to the last one's own end
 * @param soundMicros from the first picture to the end of the sound; less or more
 */
public record LastPicture(long pictureMicros, long soundMicros) {
    /** Codecs fill up their last packet, and cameras stop the sound a little later. */
    private static final long NOTABLE_MICROS = 500_000;

    /** A picture that lasted longer would be a recording that lost its pictures. */
    private static final long MOST_MICROS = 600_000_000;

    public long filmMicros() {
        long rest = soundMicros - pictureMicros;
        return rest < NOTABLE_MICROS ? pictureMicros : pictureMicros + Math.min(rest, MOST_MICROS);
    }

    public Optional<SourceWarning> warning() {
        if (filmMicros() == pictureMicros) {
            return Optional.empty();
        }
        long rest = soundMicros - pictureMicros;
        String held = String.format(
                Locale.ROOT,
                "The sound goes on for %.1f s after the last picture, which stays on the screen",
                rest / 1e6);
        return Optional.of(
                soundMicros > filmMicros()
                        ? new SourceWarning(
                                SourceWarning.SOUND_CUT_OFF,
                                held + " for ten minutes; what is heard after them is left out.",
                                ExactTime.of(rest))
                        : new SourceWarning(
                                SourceWarning.SOUND_GOES_ON,
                                held + " until it ends. Use --trim to end the film earlier.",
                                ExactTime.of(rest)));
    }
}
