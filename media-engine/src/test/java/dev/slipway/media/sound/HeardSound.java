package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.Arrays;

/** Collects stereo sound one piece after the other. */
final class HeardSound {
    private float[] left = new float[0];
    private float[] right = new float[0];

    void add(Frame frame) {
        add(new StereoBlock(frame.channel(0), frame.channel(1)));
    }

    void add(StereoBlock block) {
        left = joined(left, block.left());
        right = joined(right, block.right());
    }

    StereoBlock block() {
        return new StereoBlock(left, right);
    }

    private static float[] joined(float[] before, float[] after) {
        float[] both = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, both, before.length, after.length);
        return both;
    }
}
