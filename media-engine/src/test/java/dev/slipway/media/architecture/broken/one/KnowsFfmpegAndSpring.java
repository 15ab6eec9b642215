package dev.slipway.media.architecture.broken.one;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.springframework.standin.SpringStandIn;

/** Touches a native object from outside its owners, and a framework, on purpose. */
public final class KnowsFfmpegAndSpring {
    private KnowsFfmpegAndSpring() {}

    public static int width(AVFrame frame) {
        return frame.width() + SpringStandIn.name().length();
    }
}
