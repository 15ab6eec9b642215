package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.codec.Surface;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.output.Size;
import dev.slipway.model.media.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hardware encoders that FFmpeg may have, the preferred ones first, each with what it must be told to make rungs
 * like ours: key frames exactly where they are asked for and as IDR, no B frames, a ceiling on the bit rate. Options are
 * those of FFmpeg 8.0's documentation of the encoders; NVENC's, QSV's, VAAPI's and Vulkan's are checked against the
 * build by a test, what AMF, VideoToolbox and Media Foundation take could not be. Only the trial on a machine says
 * whether one works there.
 */
public enum DeviceEncoder {
    H264_NVENC("h264", Family.NVENC, Map.of("profile", "high")),
    H264_QSV("h264", Family.QSV, Map.of("profile", "high")),
    H264_AMF("h264", Family.AMF, Map.of("profile", "high")),
    H264_VIDEOTOOLBOX("h264", Family.VIDEOTOOLBOX, Map.of("profile", "high")),
    H264_MF("h264", Family.MEDIA_FOUNDATION, Map.of()),
    H264_VAAPI("h264", Family.VAAPI, Map.of("profile", "high")),
    H264_VULKAN("h264", Family.VULKAN, Map.of("profile", "high")),
    VP9_QSV("vp9", Family.QSV_PLAIN, Map.of()),
    VP9_VAAPI("vp9", Family.VAAPI, Map.of()),
    AV1_NVENC("av1", Family.NVENC, Map.of()),
    AV1_QSV("av1", Family.QSV, Map.of()),
    AV1_AMF("av1", Family.AMF, Map.of()),
    AV1_VAAPI("av1", Family.VAAPI, Map.of()),
    AV1_VULKAN("av1", Family.VULKAN, Map.of());

    /** The average below the ceiling that leaves rate control room: equal values mean constant rate and padding. */
    private static final double AVERAGE = 0.9;

    private final String codec;
    private final Family family;
    private final Map<String, String> options;

    DeviceEncoder(String codec, Family family, Map<String, String> options) {
        this.codec = codec;
        this.family = family;
        this.options = options;
    }

    /** Of one vendor's interface, whatever the codec. */
    private enum Family {
        NVENC(
                Surface.ORDINARY,
                Map.of("preset", "p5", "tune", "hq", "rc", "vbr", "forced-idr", "1", "spatial-aq", "1")),
        QSV(Surface.inMemory("nv12"), Map.of("preset", "medium", "forced_idr", "1")),
        /** VP9's key frames are what they are: there is nothing to force. */
        QSV_PLAIN(Surface.inMemory("nv12"), Map.of("preset", "medium")),
        AMF(
                Surface.inMemory("nv12"),
                Map.of("usage", "transcoding", "quality", "quality", "rc", "vbr_peak", "forced_idr", "1")),
        VIDEOTOOLBOX(Surface.ORDINARY, Map.of("allow_sw", "0", "realtime", "0")),
        MEDIA_FOUNDATION(Surface.inMemory("nv12"), Map.of("hw_encoding", "1", "rate_control", "pc_vbr")),
        VAAPI(Surface.onDevice("vaapi"), Map.of("rc_mode", "VBR", "idr_interval", "0")),
        VULKAN(Surface.onDevice("vulkan"), Map.of("rc_mode", "vbr", "idr_interval", "0", "tune", "hq"));

        private final Surface surface;
        private final Map<String, String> options;

        Family(Surface surface, Map<String, String> options) {
            this.surface = surface;
            this.options = options;
        }
    }

    /**
     * The codecs whose rungs a device may take over unasked. VP9 is not among them: what QSV and VAAPI make of it at
     * our rates is not known to be as good as libvpx, so it has to be asked for by name.
     */
    public static final List<String> AUTOMATIC_CODECS = List.of("h264", "av1");

    /** FFmpeg's name of it, which is also what people call it by. */
    public String encoder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The interface it is reached by, such as {@code vaapi}. */
    public String device() {
        return encoder().substring(encoder().indexOf('_') + 1);
    }

    /** The codec's label in manifests and file names. */
    public String codec() {
        return codec;
    }

    public Surface surface() {
        return family.surface;
    }

    public static Optional<DeviceEncoder> named(String encoder) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.encoder().equals(encoder))
                .findFirst();
    }

    /** All for one codec, the preferred ones first. */
    public static List<DeviceEncoder> forCodec(String codec) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.codec.equals(codec))
                .toList();
    }

    /** @param ceiling the most that is spent, in bits per second */
    public VideoEncoding encoding(Size size, long ceiling, Rational rate) {
        Map<String, String> entries = new TreeMap<>(family.options);
        entries.putAll(options);
        entries.put("maxrate", Long.toString(ceiling));
        entries.put("bufsize", Long.toString(ceiling));
        return new VideoEncoding(
                encoder(), size.width(), size.height(), rate, Math.round(ceiling * AVERAGE), 1, entries);
    }
}
