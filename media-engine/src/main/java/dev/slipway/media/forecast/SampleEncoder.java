package dev.slipway.media.forecast;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.time.Duration;
import java.util.List;

/** Encodes stretches as a rung's encoder would, each with a fresh encoder and one key frame. */
final class SampleEncoder {
    private final VideoEncoding encoding;
    private final SampleBytes bytes = new SampleBytes();
    private Duration cpu = Duration.ZERO;

    SampleEncoder(VideoEncoding encoding) {
        this.encoding = encoding;
    }

    private void encode(List<Frame> stretch, Encoder encoder) {
        Duration before = cpuTime();
        for (int index = 0; index < stretch.size(); index++) {
            try (Frame picture = stretch.get(index).share()) {
                picture.setPts(index);
                picture.requestKind(index == 0 ? PictureKind.KEY : PictureKind.DEPENDENT);
                encoder.encode(picture, bytes::add);
            }
        }
        encoder.encode(null, bytes::add);
        cpu = cpu.plus(cpuTime().minus(before));
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
        return cpu.toNanos() / 1e9 / Math.max(1, bytes.pictures());
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
