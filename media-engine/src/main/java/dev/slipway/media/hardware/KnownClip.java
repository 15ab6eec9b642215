package dev.slipway.media.hardware;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Muxer;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.model.media.Rational;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Short clips, one of each codec that this build has an encoder for. HEVC has none. */
enum KnownClip {
    H264("mp4", "libopenh264", 1_000_000, Map.of("rc_mode", "bitrate", "allow_skip_frames", "0")),
    VP9("webm", "libvpx-vp9", 1_000_000, Map.of("deadline", "realtime", "cpu-used", "8")),
    AV1("mp4", "libsvtav1", 0, Map.of("preset", "12", "crf", "40", "svtav1-params", "lp=1"));

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Rational RATE = new Rational(30, 1);
    private static final int TIMESCALE = 30_000;
    private static final int PICTURES = 12;

    private final String format;
    private final String encoder;
    private final long bitrate;
    private final Map<String, String> options;

    KnownClip(String format, String encoder, long bitrate, Map<String, String> options) {
        this.format = format;
        this.encoder = encoder;
        this.bitrate = bitrate;
        this.options = options;
    }

    /** FFmpeg's name of the codec. */
    String codec() {
        return name().toLowerCase(Locale.ROOT);
    }

    String format() {
        return format;
    }

    void write(Path file) {
        String source = "testsrc2=size=%dx%d:rate=%d,trim=end_frame=%d,format=yuv420p"
                .formatted(WIDTH, HEIGHT, RATE.numerator(), PICTURES);
        try (FilterGraph pictures = FilterGraph.pictureSource(source);
                Encoder coder =
                        Encoder.forPictures(new VideoEncoding(encoder, WIDTH, HEIGHT, RATE, bitrate, 1, options));
                Muxer muxer = new Muxer(file, format)) {
            coder.addTo(muxer, TIMESCALE);
            muxer.start(Map.of());
            boolean more = true;
            while (more) {
                more = pictures.pull(picture -> {
                    picture.requestKind(picture.pts() == 0 ? PictureKind.KEY : PictureKind.DEPENDENT);
                    coder.encode(picture, packet -> muxer.write(packet, 0));
                });
            }
            coder.encode(null, packet -> muxer.write(packet, 0));
            muxer.finish();
        }
    }
}
