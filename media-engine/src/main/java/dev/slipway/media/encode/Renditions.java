package dev.slipway.media.encode;

import dev.slipway.media.device.Devices;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.VideoOutput;
import java.util.List;
import java.util.stream.Stream;

/** How everything that is encoded as a film is to be encoded: the rungs, largest first, and the preview. */
public final class Renditions {
    private Renditions() {}

    /** The preview is short and stays in software: opening a device would cost more than it saves. */
    public static List<Rendition> of(Plan plan, Devices devices) {
        return Stream.concat(
                        plan.rungs().stream()
                                .map(rung -> devices.encoderOf(rung)
                                        .map(device -> onDevice(rung, device, plan))
                                        .orElseGet(() -> inSoftware(rung, plan))),
                        Stream.of(inSoftware(plan.preview(), plan)))
                .toList();
    }

    private static Rendition inSoftware(VideoOutput output, Plan plan) {
        return Rendition.inSoftware(output, Encodings.of(output, plan.timeline().rate(), plan.threadsOf(output)));
    }

    private static Rendition onDevice(VideoOutput output, Devices.Chosen device, Plan plan) {
        VideoEncoding encoding = device.encoder()
                .encoding(output.size(), output.bitrate(), plan.timeline().rate());
        return new Rendition(output, encoding, device.chunks(output, encoding), inSoftware(output, plan));
    }
}
