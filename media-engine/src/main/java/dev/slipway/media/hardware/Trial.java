package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.ffmpeg.FfmpegException;
import java.util.List;

/**
 * What came of trying one encoder.
 *
 * @param reason why it cannot be used and what would help, in one sentence; empty where it works
 */
public record Trial(DeviceEncoder encoder, Result result, String reason) {

    /** How it ended. */
    public enum Result {
        WORKS,
        /** The FFmpeg of this platform does not have it, so that no driver helps. */
        NOT_BUILT,
        FAILED,
        /** The device was busy or short of something: another time it may work. */
        BUSY
    }

    /** The trials that one worker made. */
    public record Report(List<Trial> trials) {
        public Report {
            trials = List.copyOf(trials);
        }
    }

    static Trial works(DeviceEncoder encoder) {
        return new Trial(encoder, Result.WORKS, "");
    }

    static Trial notBuilt(DeviceEncoder encoder) {
        return new Trial(encoder, Result.NOT_BUILT, "this platform's FFmpeg is built without it");
    }

    static Trial failed(DeviceEncoder encoder, String reason) {
        return new Trial(encoder, Result.FAILED, reason);
    }

    /** What a failed call says of the device. */
    static Result resultOf(FfmpegException failure) {
        return failure.mayPass() ? Result.BUSY : Result.FAILED;
    }

    public boolean succeeded() {
        return result == Result.WORKS;
    }
}
