package dev.slipway.media.plan.wish;

import dev.slipway.media.plan.output.Passes;
import dev.slipway.media.plan.output.VideoCodec;

/** What a creator asks of the engine, in one word. */
public enum Recipe {
    /**
     * At most two VP9 rungs at libvpx's fastest speed, a third less work for each picture than {@link #WEB}'s and 0.2 dB
     * below it: for trying things out and for slow machines.
     */
    FAST(VideoCodec.VP9, 8),
    /** The whole VP9 ladder and Opus: the default. */
    WEB(VideoCodec.VP9, 6),
    /** The VP9 ladder in two passes with libvpx's good quality: about five times the work of {@link #WEB}. */
    QUALITY(VideoCodec.VP9, 4),
    /** AV1 rungs and Opus: better pictures for the same bits, for players that know AV1. */
    AV1(VideoCodec.AV1, 10);

    /** Of the preview, which is VP9 in every recipe so that every browser that plays WebM plays it. */
    static final int PREVIEW_SPEED = 6;

    private final VideoCodec codec;
    private final int speed;

    Recipe(VideoCodec codec, int speed) {
        this.codec = codec;
        this.speed = speed;
    }

    public VideoCodec codec() {
        return codec;
    }

    /** On the encoder's own scale: libvpx's cpu-used, SVT-AV1's preset. */
    public int speed() {
        return speed;
    }

    public Passes passes() {
        return this == QUALITY ? Passes.TWO : Passes.ONE;
    }

    public int previewSpeed() {
        return this == FAST ? speed : PREVIEW_SPEED;
    }
}
