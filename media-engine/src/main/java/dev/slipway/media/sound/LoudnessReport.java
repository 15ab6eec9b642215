package dev.slipway.media.sound;

import java.util.Locale;
import java.util.Optional;

/**
 * What levelling did; both measurements are of the mix, before any codec.
 *
 * @param target in LUFS
 * @param gain the one gain of the whole film in decibels
 */
public record LoudnessReport(double target, Loudness before, double gain, Loudness after) {
    /** In LU: EBU R 128 lets a finished programme be so far from its target. */
    private static final double TOLERANCE = 0.5;

    /** What was asked, what came out and why, where the film is not as loud as it was to be. */
    public Optional<String> missInWords() {
        if (before.silent()) {
            return Optional.of(
                    String.format(Locale.ROOT, "The sound is silent: nothing was levelled to %.1f LUFS.", target));
        }
        if (Math.abs(after.integrated() - target) <= TOLERANCE) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The sound was to be at %.1f LUFS and is at %.1f: %s",
                target,
                after.integrated(),
                reason()));
    }

    /** The figures of {@link #missInWords()}: a silent sound has only that of the wish. */
    public String missExactly() {
        return before.silent()
                ? String.format(Locale.ROOT, "%.1f LUFS", target)
                : String.format(Locale.ROOT, "%.1f LUFS ≠ %.1f LUFS", after.integrated(), target);
    }

    private String reason() {
        double wanted = target - before.integrated();
        return wanted > gain
                ? String.format(
                        Locale.ROOT,
                        "it is so quiet (%.1f LUFS) that this takes %.1f dB, and more than %.0f dB would lift its noise.",
                        before.integrated(),
                        wanted,
                        Leveller.MOST_GAIN)
                : "its peaks stand so far above the rest that the limiter took more than the gain gave.";
    }
}
