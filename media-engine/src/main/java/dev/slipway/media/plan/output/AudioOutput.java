package dev.slipway.media.plan.output;

/** One sound file, stereo at 48 kHz. */
public record AudioOutput(String path, AudioCodec codec) {
    public static final int SAMPLE_RATE = 48_000;
    public static final int CHANNELS = 2;
}
