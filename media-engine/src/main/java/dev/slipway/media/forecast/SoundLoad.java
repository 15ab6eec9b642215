package dev.slipway.media.forecast;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioCodec;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;

/**
 * What each part of the work on the sound takes, in processor seconds for a second of film.
 *
 * @param reading decoding the source and mixing it to stereo, each time that this is done
 * @param encoding all sound files
 * @param levelling measuring the loudness and following it; 0 where it stays as it is
 * @param noise making the protection; 0 where there is none
 */
record SoundLoad(double reading, double encoding, double levelling, double noise) {
    static final SoundLoad SILENT = new SoundLoad(0, 0, 0, 0);

    /** Measured on an x86-64 core of 2024 with AAC in stereo. */
    private static final double READING = 0.007;

    private static final double OPUS = 0.02;
    private static final double AAC = 0.02;
    private static final double LEVELLING = 0.035;
    private static final double NOISE = 0.006;

    /** The report makes the noise twice more, weighs it and decodes what was made. */
    private static final double NOISES = 4;

    /** On the machine that the figures are from. */
    static SoundLoad untested(Plan plan, SoundWishes wishes) {
        if (plan.audios().isEmpty()) {
            return SILENT;
        }
        double encoding =
                plan.audios().stream().mapToDouble(SoundLoad::encoding).sum();
        return new SoundLoad(
                READING, encoding, wishes.loudness() == null ? 0 : LEVELLING, isProtected(plan) ? NOISE : 0);
    }

    static boolean isProtected(Plan plan) {
        Protection protection = plan.protection();
        return !plan.audios().isEmpty() && protection != null && protection.audioLevel() != AudioLevel.NONE;
    }

    private static double encoding(AudioOutput output) {
        return output.codec() == AudioCodec.OPUS ? OPUS : AAC;
    }

    /** A source is read once more to measure its loudness, and once more for the report on its protection. */
    double cpuSeconds(double filmSeconds) {
        int extraPasses = (levelling > 0 ? 1 : 0) + (noise > 0 ? 1 : 0);
        double levellings = levelling * (noise > 0 ? 2 : 1);
        return filmSeconds * (reading * (1 + extraPasses) + encoding + levellings + noise * NOISES);
    }

    /** What is done to sound that is read, each of it once. */
    double made() {
        return encoding + levelling + noise;
    }

    /** Of each part the dearer of both. */
    SoundLoad atLeast(SoundLoad other) {
        return new SoundLoad(
                Math.max(reading, other.reading),
                Math.max(encoding, other.encoding),
                Math.max(levelling, other.levelling),
                Math.max(noise, other.noise));
    }
}
