package dev.slipway.media.ffmpeg.frame;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * How a picture lies in memory and what its numbers mean; pixel format, matrix, range, primaries and transfer are
 * FFmpeg's constants.
 */
public record PictureFormat(
        int width,
        int height,
        int pixelFormat,
        int aspectNumerator,
        int aspectDenominator,
        int matrix,
        int range,
        int primaries,
        int transfer) {

    private static final int HD_LINES = 720;
    /** Lenses and tapes stay below 3. */
    private static final double WIDEST_PIXEL = 8;

    /** Of ordinary high definition. */
    public static PictureFormat hd() {
        return new PictureFormat(
                1920,
                1080,
                avutil.AV_PIX_FMT_YUV420P,
                1,
                1,
                avutil.AVCOL_SPC_BT709,
                avutil.AVCOL_RANGE_MPEG,
                avutil.AVCOL_PRI_BT709,
                avutil.AVCOL_TRC_BT709);
    }

    /** Of high dynamic range by absolute light (BT.2100 PQ). */
    public static PictureFormat perceptualQuantizer() {
        return wide(avutil.AVCOL_TRC_SMPTE2084);
    }

    /** Of high dynamic range by relative light (BT.2100 HLG). */
    public static PictureFormat hybridLogGamma() {
        return wide(avutil.AVCOL_TRC_ARIB_STD_B67);
    }

    private static PictureFormat wide(int transfer) {
        return new PictureFormat(
                3840,
                2160,
                avutil.AV_PIX_FMT_YUV420P10LE,
                1,
                1,
                avutil.AVCOL_SPC_BT2020_NCL,
                avutil.AVCOL_RANGE_MPEG,
                avutil.AVCOL_PRI_BT2020,
                transfer);
    }

    /**
     * The pixel's width over its height; 1 where the file does not say, or says what nobody films with: a single wrong
     * byte asks for pictures of a million columns.
     */
    public double pixelAspect() {
        double aspect = aspectNumerator > 0 && aspectDenominator > 0 ? (double) aspectNumerator / aspectDenominator : 1;
        return aspect > WIDEST_PIXEL || aspect < 1 / WIDEST_PIXEL ? 1 : aspect;
    }

    /** PQ or HLG: its light must be mapped before an 8-bit screen can show it. */
    public boolean isHighDynamicRange() {
        return transfer == avutil.AVCOL_TRC_SMPTE2084 || isHlg();
    }

    public boolean isHlg() {
        return transfer == avutil.AVCOL_TRC_ARIB_STD_B67;
    }

    /** Name of the matrix for the scale filter; untagged pictures follow the custom of their size. */
    public String matrixName() {
        return switch (matrix) {
            case avutil.AVCOL_SPC_BT709 -> "bt709";
            case avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M -> "bt601";
            case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> "bt2020";
            case avutil.AVCOL_SPC_SMPTE240M -> "smpte240m";
            case avutil.AVCOL_SPC_FCC -> "fcc";
            default -> Math.min(width, height) >= HD_LINES ? "bt709" : "bt601";
        };
    }

    /** Name of the matrix for the zscale filter, which takes high dynamic range. */
    public String wideMatrixName() {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        if (descriptor != null && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0) {
            return "gbr";
        }
        return switch (matrix) {
            case avutil.AVCOL_SPC_BT2020_CL -> "bt2020c";
            case avutil.AVCOL_SPC_ICTCP -> "ictcp";
            case avutil.AVCOL_SPC_BT709 -> "bt709";
            default -> "bt2020nc";
        };
    }

    /** Name of a high dynamic range transfer for the zscale filter. */
    public String transferName() {
        return isHlg() ? "arib-std-b67" : "smpte2084";
    }

    /** Name of the range for the zscale filter; untagged means limited. */
    public String rangeName() {
        return range == avutil.AVCOL_RANGE_JPEG ? "pc" : "tv";
    }

    public String pixelFormatName() {
        BytePointer name = avutil.av_get_pix_fmt_name(pixelFormat);
        return name == null ? "unknown" : name.getString();
    }

    public boolean isTransparent() {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        return descriptor != null && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    /** Bits of the first component; 8 where the format is not known. */
    public int bitDepth() {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        return descriptor == null ? 8 : descriptor.comp(0).depth();
    }
}
