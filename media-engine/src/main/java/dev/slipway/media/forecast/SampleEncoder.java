package dev.slipway.media.forecast;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.CpuTime;
import java.util.List;

/** Encodes stretches as a rung's encoder would, each with a fresh encoder and one key frame. */
final class SampleEncoder {
    private final VideoEncoding encoding;
    private final Runnable beforePicture;
    private final SampleBytes bytes = new SampleBytes();
    private double cpuSeconds;

    /** @param beforePicture runs before each picture is encoded, and may throw to stop */
    SampleEncoder(VideoEncoding encoding, Runnable beforePicture) {
        this.encoding = encoding;
        this.beforePicture = beforePicture;
    }

    private void encode(List<Frame> stretch, Encoder encoder) {
        CpuTime time = CpuTime.fromNow();
        for (int index = 0; index < stretch.size(); index++) {
            beforePicture.run();
            try (Frame picture = stretch.get(index).share()) {
                picture.setPts(index);
                picture.requestKind(index == 0 ? PictureKind.KEY : PictureKind.DEPENDENT);
                encoder.encode(picture, bytes::add);
            }
        }
        encoder.encode(null, bytes::add);
        cpuSeconds += time.seconds();
    }

    void encode(List<Frame> stretch) {
        try (Encoder encoder = Encoder.forPictures(encoding)) {
            encode(stretch, encoder);
        }
    }

    SampleBytes bytes() {
        return bytes;
    }

    double cpuSecondsEach() {
        return cpuSeconds / Math.max(1, bytes.pictures());
    }
}
