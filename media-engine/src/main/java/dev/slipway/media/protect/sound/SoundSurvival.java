package dev.slipway.media.protect.sound;

import dev.slipway.model.manifest.AudioLevel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the protection of sound, measured over the whole film. It says nothing of what a machine still
 * recognises.
 *
 * @param noiseToMaskDecibels for each Bark from the lowest, by code that has no part in making the noise; 0 is the
 *     threshold of hearing; empty where nothing was added
 * @param meanNoiseToMask the mean of the ratios in decibels, null where nothing was added
 * @param signalToNoise of the sound to the noise in decibels, before the codec; null where nothing was added
 * @param files none where nothing was added
 * @param cpuSeconds of making the noise, masks included
 */
public record SoundSurvival(
        AudioLevel level,
        List<Double> noiseToMaskDecibels,
        @Nullable Double meanNoiseToMask,
        @Nullable Double signalToNoise,
        List<File> files,
        double cpuSeconds) {

    /** JSON may leave any member out, whatever the type says. */
    public SoundSurvival {
        Objects.requireNonNull(level, "level");
        noiseToMaskDecibels = List.copyOf(noiseToMaskDecibels);
        files = List.copyOf(files);
    }

    /** A silent track hides no noise, so that it got none and there is nothing to measure. */
    static SoundSurvival ofSilence(AudioLevel level, double cpuSeconds) {
        return new SoundSurvival(level, List.of(), null, null, List.of(), cpuSeconds);
    }

    /**
     * @param survival S = Σ(decoded − original) · d / Σd²: the share of the noise that the codec kept
     * @param wrongSeed the same with noise of another seed, near 0
     */
    public record File(String path, double survival, double wrongSeed) {
        public File {
            Objects.requireNonNull(path, "path");
        }
    }
}
