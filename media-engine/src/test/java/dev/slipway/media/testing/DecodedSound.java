package dev.slipway.media.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stereo sound as the system's own ffmpeg plays it, edit lists and pre-skip obeyed. */
public record DecodedSound(float[] left, float[] right) {
    public static final int SAMPLE_RATE = 48_000;

    public static DecodedSound of(Path file) throws IOException, InterruptedException {
        Path raw = Files.createTempFile("sound", ".f32");
        try {
            // Without these the tool makes a track that begins before 0, as AAC's priming does, begin at 0.
            String fromZero = "aresample=%d:async=1:first_pts=0".formatted(SAMPLE_RATE);
            FfmpegTool.ffmpeg(
                    "-copyts", "-i", file.toString(), "-af", fromZero, "-ac", "2", "-f", "f32le", "-y", raw.toString());
            FloatBuffer samples = ByteBuffer.wrap(Files.readAllBytes(raw))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] left = new float[samples.remaining() / 2];
            float[] right = new float[left.length];
            for (int index = 0; index < left.length; index++) {
                left[index] = samples.get();
                right[index] = samples.get();
            }
            return new DecodedSound(left, right);
        } finally {
            Files.delete(raw);
        }
    }

    /** Root mean square of a part, in decibels of full scale. */
    public static double level(float[] samples, double fromSeconds, double untilSeconds) {
        int from = (int) Math.round(fromSeconds * SAMPLE_RATE);
        int until = Math.min(samples.length, (int) Math.round(untilSeconds * SAMPLE_RATE));
        double sum = 0;
        for (int index = from; index < until; index++) {
            sum += (double) samples[index] * samples[index];
        }
        return 10 * Math.log10(sum / Math.max(1, until - from) + 1e-20);
    }

    /** The first sample at least so loud in either channel, or −1. */
    public int firstAbove(double amplitude, int from) {
        for (int index = from; index < left.length; index++) {
            if (Math.max(Math.abs(left[index]), Math.abs(right[index])) >= amplitude) {
                return index;
            }
        }
        return -1;
    }
}
