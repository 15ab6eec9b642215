package dev.slipway.media.ffmpeg.codec;

import org.bytedeco.ffmpeg.global.avutil;

/** How an encoder of still pictures is given its pixels. */
public enum StillFormat {
    /** 4:2:0, without transparency. */
    YUV(avutil.AV_PIX_FMT_YUV420P),
    /** With transparency, as PNG has it. */
    RGBA(avutil.AV_PIX_FMT_RGBA),
    /** With transparency; the encoder converts by itself, as WebP's does. */
    BGRA(avutil.AV_PIX_FMT_BGRA);

    private final int number;

    StillFormat(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
