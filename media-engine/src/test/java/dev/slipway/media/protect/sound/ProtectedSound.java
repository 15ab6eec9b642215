package dev.slipway.media.protect.sound;

import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.model.manifest.AudioLevel;
import java.util.Arrays;
import java.util.List;

/** A sound, the same with noise, and the noise. */
record ProtectedSound(float[] sound, float[] protectedSound, float[] noise) {
    static final byte[] KEY = key(1);

    static byte[] key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return key;
    }

    static ProtectedSound of(float[] sound, byte[] key, AudioLevel level) {
        Collector heard = new Collector(sound.length);
        try (SoundProtection protection = new SoundProtection(key, level, heard::add)) {
            for (int from = 0; from < sound.length; from += 777) {
                float[] piece = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 777));
                protection.accept(piece, piece);
            }
            protection.finish();
        }
        return new ProtectedSound(sound, heard.all(heard.sound), heard.all(heard.noise));
    }

    /** Mono at 48 kHz from one of FFmpeg's sources. */
    static float[] source(String chain) {
        float[][] all = {new float[0]};
        try (FilterGraph graph =
                FilterGraph.soundSource(chain + ",aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=mono")) {
            boolean more = true;
            while (more) {
                more = graph.pull(frame -> {
                    float[] piece = frame.channel(0);
                    float[] both = Arrays.copyOf(all[0], all[0].length + piece.length);
                    System.arraycopy(piece, 0, both, all[0].length, piece.length);
                    all[0] = both;
                });
            }
        }
        return all[0];
    }

    double noiseToMask() {
        try (NoiseToMask check = new NoiseToMask()) {
            check.accept(sound, sound, noise, noise);
            return check.mean();
        }
    }

    List<Double> noiseToMaskByBand() {
        try (NoiseToMask check = new NoiseToMask()) {
            check.accept(sound, sound, noise, noise);
            return check.decibels();
        }
    }

    /** How much of one noise is in another: 1 for itself. */
    static double survival(float[] rest, float[] noise) {
        double common = 0;
        double own = 0;
        for (int index = 0; index < noise.length; index++) {
            common += (double) rest[index] * noise[index];
            own += (double) noise[index] * noise[index];
        }
        return common / own;
    }

    private static final class Collector {
        private final float[] sound;
        private final float[] noise;
        private int count;

        Collector(int samples) {
            sound = new float[samples];
            noise = new float[samples];
        }

        void add(float[] left, float[] right, float[] noiseLeft, float[] noiseRight) {
            System.arraycopy(left, 0, sound, count, left.length);
            System.arraycopy(noiseLeft, 0, noise, count, left.length);
            count += left.length;
        }

        float[] all(float[] samples) {
            return Arrays.copyOf(samples, count);
        }
    }
}
