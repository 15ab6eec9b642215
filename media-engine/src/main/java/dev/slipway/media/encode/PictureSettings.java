package dev.slipway.media.encode;

import dev.slipway.media.device.Devices;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.encode.picture.NormalisingChain;
import dev.slipway.media.encode.picture.RungScaler;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.probe.picture.PictureTraits;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever the bytes of software's outputs depend on beside the plan, as a text that is the same in every process: what
 * encoders are told, the filters before them, and what was found of the source's pictures. A device's chunks have a
 * name of their own for that.
 */
public final class PictureSettings {
    /** One of each kind that the filters treat differently: they are told of a picture's format only when it comes. */
    private static final List<PictureFormat> KINDS =
            List.of(PictureFormat.hd(), PictureFormat.perceptualQuantizer(), PictureFormat.hybridLogGamma());

    private PictureSettings() {}

    public static String of(Plan plan, PictureTraits traits) {
        NormalisingChain chain = new NormalisingChain(plan.topSize(), traits);
        List<String> lines = new ArrayList<>(List.of(traits.toString()));
        traits.scanType().deinterlacer().ifPresent(lines::add);
        KINDS.forEach(kind -> lines.add(chain.apply(kind)));
        for (Rendition rendition : Renditions.of(plan, Devices.none())) {
            VideoEncoding encoding = rendition.encoding();
            lines.add(RungScaler.scaleTo(rendition.output().size()).apply(PictureFormat.hd()));
            lines.add(encoding.inWords());
        }
        return String.join("\n", lines);
    }
}
