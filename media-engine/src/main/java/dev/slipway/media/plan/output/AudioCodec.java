package dev.slipway.media.plan.output;

/** Sound codecs we encode, with FFmpeg's names of their encoders; labels are those of the manifest and of file names. */
public enum AudioCodec {
    OPUS("opus", "libopus", 128_000),
    AAC("aac", "aac", 128_000);

    private final String label;
    private final String encoder;
    private final long bitrate;

    AudioCodec(String label, String encoder, long bitrate) {
        this.label = label;
        this.encoder = encoder;
        this.bitrate = bitrate;
    }

    public String label() {
        return label;
    }

    public String encoder() {
        return encoder;
    }

    /** Bits per second of stereo. */
    public long bitrate() {
        return bitrate;
    }
}
