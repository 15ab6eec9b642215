package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.AudioOutput;

/** A run of samples of both channels at 48 kHz, full scale at 1; owned by whoever was given it. */
public record StereoBlock(float[] left, float[] right) {

    public StereoBlock {
        if (left.length != right.length) {
            throw new IllegalArgumentException("both channels have equally many samples");
        }
    }

    public int samples() {
        return left.length;
    }

    /** A copy for FFmpeg, to be closed. */
    Frame toFrame(long firstSample) {
        Frame frame = Frame.stereo(AudioOutput.SAMPLE_RATE, left, right);
        frame.setPts(firstSample);
        return frame;
    }
}
