package dev.slipway.media.encode.picture;

import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.picture.Orientation;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.probe.picture.PictureTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The filters that turn any decoded picture into the top rung's: upright, square pixels, 8-bit 4:2:0, limited-range
 * BT.709. High dynamic range is scaled first, because tone mapping in floating point costs by the pixel.
 */
public final class NormalisingChain implements Function<PictureFormat, String> {
    /** Shapes nearer to each other than this are stretched, others get bars. */
    private static final double SAME_SHAPE = 0.02;

    /** Mastering display, content light level and the like describe pictures that these no longer are. */
    private static final String FORGET_THE_SOURCE = "sidedata=mode=delete";

    private static final int WHITE_NITS = 100;

    /** The screen that BT.2100 has HLG shown on. */
    private static final double HLG_NITS = 1000;

    private final Size target;
    private final Orientation orientation;
    private final double brightestNits;

    public NormalisingChain(Size target, PictureTraits traits) {
        this.target = target;
        this.orientation = traits.orientation();
        this.brightestNits = traits.brightestNits();
    }

    @Override
    public String apply(PictureFormat format) {
        List<String> filters = new ArrayList<>(orientation.filters());
        Size fitted = fit(format);
        if (format.isHighDynamicRange()) {
            filters.add("scale=%d:%d:flags=bicubic".formatted(fitted.width(), fitted.height()));
            filters.addAll(toneMap(format));
        } else {
            filters.add("scale=%d:%d:flags=bicubic:in_color_matrix=%s:out_color_matrix=bt709:out_range=tv"
                    .formatted(fitted.width(), fitted.height(), format.matrixName()));
        }
        filters.add("format=yuv420p");
        if (!fitted.equals(target)) {
            filters.add("pad=%d:%d:(ow-iw)/2:(oh-ih)/2".formatted(target.width(), target.height()));
        }
        filters.add("setsar=1");
        filters.add(FORGET_THE_SOURCE);
        return String.join(",", filters);
    }

    private Size fit(PictureFormat format) {
        double width = format.width() * format.pixelAspect();
        double height = format.height();
        double shape = orientation.swapsSides() ? height / width : width / height;
        double wanted = (double) target.width() / target.height();
        if (Math.abs(shape / wanted - 1) <= SAME_SHAPE) {
            return target;
        }
        return shape > wanted
                ? new Size(target.width(), even(target.width() / shape, target.height()))
                : new Size(even(target.height() * shape, target.width()), target.height());
    }

    private static int even(double pixels, int most) {
        return Math.clamp(2 * Math.round(pixels / 2), 2, most);
    }

    /**
     * Hable's curve on linear light of which 1 is {@value #WHITE_NITS} cd/m². The source's tags are given outright because
     * files often lack some of them, and so is its brightest light, because FFmpeg drops that on the way. HLG goes
     * through the display's gamma as BT.2100 has it, by luminance, which zscale otherwise does for each colour by itself.
     */
    private List<String> toneMap(PictureFormat format) {
        double brightest = format.isHlg() ? HLG_NITS : brightestNits;
        return List.of(
                "zscale=pin=bt2020:tin=%s:min=%s:rin=%s:t=linear:npl=%d:agamma=0"
                        .formatted(format.transferName(), format.wideMatrixName(), format.rangeName(), WHITE_NITS),
                "format=gbrpf32le",
                "zscale=p=bt709",
                "tonemap=tonemap=hable:desat=0:peak=%.2f".formatted(Math.max(1, brightest / WHITE_NITS)),
                "zscale=t=bt709:m=bt709:r=tv");
    }
}
