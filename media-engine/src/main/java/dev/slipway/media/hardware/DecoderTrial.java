package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceDecoder;
import java.util.List;

/**
 * What came of decoding one codec's known pictures on one device.
 *
 * @param codec by FFmpeg's name
 * @param reason why it cannot be used and what would help, in one sentence; empty where it works
 */
public record DecoderTrial(DeviceDecoder device, String codec, Trial.Result result, String reason) {

    /** The trials that one worker made. */
    public record Report(List<DecoderTrial> trials) {
        public Report {
            trials = List.copyOf(trials);
        }
    }

    static DecoderTrial failed(DeviceDecoder device, String codec, String reason) {
        return new DecoderTrial(device, codec, Trial.Result.FAILED, reason);
    }

    public boolean succeeded() {
        return result == Trial.Result.WORKS;
    }
}
