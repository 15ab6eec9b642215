package dev.slipway.media.protect.sound;

import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.sound.DecodedTrack;
import dev.slipway.media.sound.StereoBlock;
import dev.slipway.model.manifest.AudioLevel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes the noise once more from the sound that was not protected, and compares it with what the finished files hold.
 * Takes that sound from beginning to end; not thread-safe.
 */
public final class SoundSurvivalCheck implements AutoCloseable {
    private final Opened opened = new Opened();
    private final AudioLevel level;
    private final List<Candidate> candidates = new ArrayList<>();
    private final SoundProtection protection;
    private final SoundProtection stranger;
    private final NoiseToMask mask;
    private final Deque<StereoBlock> strangeNoise = new ArrayDeque<>();
    private final Correlation soundToNoise = new Correlation();

    /**
     * @param wrongKey of a seed that was not used
     * @param files the finished sound files
     * @param samples how many each has
     */
    public SoundSurvivalCheck(byte[] key, byte[] wrongKey, AudioLevel level, List<Path> files, long samples) {
        this.level = level;
        try {
            for (Path file : files) {
                DecodedTrack track = opened.with(new DecodedTrack(file, samples), DecodedTrack::close);
                candidates.add(new Candidate(file, track));
            }
            mask = opened.with(new NoiseToMask(), NoiseToMask::close);
            protection = opened.with(new SoundProtection(key, level, this::compare), SoundProtection::close);
            stranger = opened.with(new SoundProtection(wrongKey, level, this::remember), SoundProtection::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    public void accept(StereoBlock unprotected) {
        stranger.accept(unprotected.left(), unprotected.right());
        protection.accept(unprotected.left(), unprotected.right());
    }

    /** @param cpuSeconds what making the noise took when it was made for the files */
    public SoundSurvival finish(double cpuSeconds) {
        stranger.finish();
        protection.finish();
        if (soundToNoise.noisePower == 0) {
            return SoundSurvival.ofSilence(level, cpuSeconds);
        }
        List<SoundSurvival.File> files = new ArrayList<>();
        candidates.forEach(candidate -> files.add(candidate.result()));
        // JSON has no way to say that nothing was to be heard.
        List<Double> bands =
                mask.decibels().stream().map(SoundSurvivalCheck::finite).toList();
        return new SoundSurvival(
                level, bands, finite(mask.mean()), finite(soundToNoise.powerRatio()), files, cpuSeconds);
    }

    private static double finite(double decibels) {
        return Double.isFinite(decibels) ? decibels : -200;
    }

    private void remember(float[] left, float[] right, float[] noiseLeft, float[] noiseRight) {
        strangeNoise.add(new StereoBlock(noiseLeft, noiseRight));
    }

    /** Called with the same stretches of time as the stranger's noise came in. */
    private void compare(float[] left, float[] right, float[] noiseLeft, float[] noiseRight) {
        StereoBlock other = strangeNoise.removeFirst();
        float[] plainLeft = difference(left, noiseLeft);
        float[] plainRight = difference(right, noiseRight);
        mask.accept(plainLeft, plainRight, noiseLeft, noiseRight);
        soundToNoise.add(plainLeft, noiseLeft);
        soundToNoise.add(plainRight, noiseRight);
        for (Candidate candidate : candidates) {
            candidate.compare(plainLeft, plainRight, new StereoBlock(noiseLeft, noiseRight), other);
        }
    }

    private static float[] difference(float[] of, float[] less) {
        float[] rest = new float[of.length];
        for (int index = 0; index < of.length; index++) {
            rest[index] = of[index] - less[index];
        }
        return rest;
    }

    @Override
    public void close() {
        opened.close();
    }

    private static final class Candidate {
        private final Path file;
        private final DecodedTrack track;
        private final Correlation own = new Correlation();
        private final Correlation strange = new Correlation();

        Candidate(Path file, DecodedTrack track) {
            this.file = file;
            this.track = track;
        }

        void compare(float[] left, float[] right, StereoBlock noise, StereoBlock other) {
            float[] decodedLeft = new float[left.length];
            float[] decodedRight = new float[right.length];
            track.next(decodedLeft, decodedRight);
            float[] restLeft = difference(decodedLeft, left);
            float[] restRight = difference(decodedRight, right);
            own.add(restLeft, noise.left());
            own.add(restRight, noise.right());
            strange.add(restLeft, other.left());
            strange.add(restRight, other.right());
        }

        SoundSurvival.File result() {
            return new SoundSurvival.File(String.valueOf(file.getFileName()), own.share(), strange.share());
        }
    }

    /** Of one signal with the noise. */
    private static final class Correlation {
        private double common;
        private double noisePower;
        private double signalPower;

        void add(float[] signal, float[] noise) {
            for (int index = 0; index < signal.length; index++) {
                common += (double) signal[index] * noise[index];
                noisePower += (double) noise[index] * noise[index];
                signalPower += (double) signal[index] * signal[index];
            }
        }

        double share() {
            return noisePower == 0 ? 0 : common / noisePower;
        }

        double powerRatio() {
            return 10 * Math.log10(signalPower / noisePower);
        }
    }
}
