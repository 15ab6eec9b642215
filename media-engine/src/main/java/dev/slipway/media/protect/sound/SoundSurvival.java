package dev.slipway.media.protect.sound;

import dev.slipway.model.manifest.AudioLevel;
import java.util.List;

/**
 * What is known of the protection of sound, measured over the whole film. It says nothing of what a machine still
 * recognises.
 *
 * @param noiseToMaskDecibels for each Bark from the lowest, by code that has no part in making the noise; 0 is the
 *     threshold of hearing
 * @param meanNoiseToMask the mean of the ratios in decibels
 * @param signalToNoise of the sound to the noise in decibels, before the codec
 * @param cpuSeconds of making the noise, masks included
 */
public record SoundSurvival(
        AudioLevel level,
        List<Double> noiseToMaskDecibels,
        double meanNoiseToMask,
        double signalToNoise,
        List<File> files,
        double cpuSeconds) {

    public SoundSurvival {
        noiseToMaskDecibels = List.copyOf(noiseToMaskDecibels);
        files = List.copyOf(files);
    }

    /**
     * @param survival S = Σ(decoded − original) · d / Σd²: the share of the noise that the codec kept
     * @param wrongSeed the same with noise of another seed, near 0
     */
    public record File(String path, double survival, double wrongSeed) {}
}
