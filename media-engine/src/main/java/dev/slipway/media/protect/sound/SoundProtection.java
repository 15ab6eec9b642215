package dev.slipway.media.protect.sound;

import dev.slipway.model.manifest.AudioLevel;
import java.util.Arrays;

/**
 * Adds secret noise to stereo sound at 48 kHz, frame by frame: 2048 samples that overlap by half. It gives out as many
 * samples as it takes, each where it was, one frame later. The same key, sound and level always give the same noise.
 * Not thread-safe.
 */
public final class SoundProtection implements AutoCloseable {
    /** So many samples are held back. */
    static final int HOP = CriticalBands.FRAME / 2;

    private final NoisePhases phases;
    private final Channel left;
    private final Channel right;
    private final Output output;
    private int waiting;
    private long frame;
    private long held;

    /** Takes protected sound: each call the next samples and the noise in them; valid only during the call. */
    @FunctionalInterface
    public interface Output {
        void accept(float[] left, float[] right, float[] noiseLeft, float[] noiseRight);
    }

    /**
     * @param key 32 secret bytes
     * @param level anything but none
     */
    public SoundProtection(byte[] key, AudioLevel level, Output output) {
        this.phases = new NoisePhases(key);
        this.left = new Channel(decibels(level));
        this.right = new Channel(decibels(level));
        this.output = output;
    }

    /** Where a level puts the noise: decibels from the masking threshold. */
    public static double decibels(AudioLevel level) {
        return switch (level) {
            case NONE -> Double.NEGATIVE_INFINITY;
            case WEAK -> -6;
            case MEDIUM -> 0;
            case STRONG -> 6;
        };
    }

    public void accept(float[] newLeft, float[] newRight) {
        int taken = 0;
        while (taken < newLeft.length) {
            int count = Math.min(HOP - waiting, newLeft.length - taken);
            System.arraycopy(newLeft, taken, left.sound, HOP + waiting, count);
            System.arraycopy(newRight, taken, right.sound, HOP + waiting, count);
            waiting += count;
            taken += count;
            held += count;
            if (waiting == HOP) {
                finishFrame(HOP);
            }
        }
    }

    /** Gives out what is held back. */
    public void finish() {
        while (held > 0) {
            left.silence(HOP + waiting);
            right.silence(HOP + waiting);
            finishFrame((int) Math.min(HOP, held));
        }
    }

    /** The first half of the frame is then complete; before the very first one lies nothing. */
    private void finishFrame(int most) {
        phases.seek(frame);
        left.protect(phases);
        right.protect(phases);
        if (frame > 0) {
            output.accept(left.first(most), right.first(most), left.noise(most), right.noise(most));
            held -= most;
        }
        left.advance();
        right.advance();
        waiting = 0;
        frame++;
    }

    @Override
    public void close() {
        left.noise.close();
        right.noise.close();
    }

    private static final class Channel {
        private final HiddenNoise noise;
        private final float[] sound = new float[CriticalBands.FRAME];
        private final float[] made = new float[CriticalBands.FRAME];
        private final float[] sum = new float[CriticalBands.FRAME];

        Channel(double decibels) {
            noise = new HiddenNoise(decibels);
        }

        void protect(NoisePhases phases) {
            noise.make(sound, phases, made);
            for (int index = 0; index < made.length; index++) {
                sum[index] += made[index];
            }
            for (int index = 0; index < HOP; index++) {
                sum[index] = withoutClipping(sound[index], sum[index]);
            }
        }

        /** Full scale is not passed by noise; sound that passes it by itself is left as it is. */
        private static float withoutClipping(float sound, float noise) {
            float most = Math.max(1, Math.abs(sound));
            return Math.clamp(sound + noise, -most, most) - sound;
        }

        float[] first(int count) {
            float[] protectedSound = new float[count];
            for (int index = 0; index < count; index++) {
                protectedSound[index] = sound[index] + sum[index];
            }
            return protectedSound;
        }

        float[] noise(int count) {
            return Arrays.copyOf(sum, count);
        }

        void silence(int from) {
            Arrays.fill(sound, from, sound.length, 0);
        }

        void advance() {
            System.arraycopy(sound, HOP, sound, 0, HOP);
            System.arraycopy(sum, HOP, sum, 0, HOP);
            Arrays.fill(sum, HOP, sum.length, 0);
        }
    }
}
