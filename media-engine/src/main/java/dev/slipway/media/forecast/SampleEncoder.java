package dev.slipway.media.forecast;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Encodes stretches as a rung's encoder would, each with a fresh encoder and one key frame. */
final class SampleEncoder {
    private final VideoEncoding encoding;
    private long keys;
    private long keyBytes;
    private long others;
    private long otherBytes;
    private Duration cpu = Duration.ZERO;

    SampleEncoder(VideoEncoding encoding) {
        this.encoding = encoding;
    }

    /** @param packets hears of every packet during the call */
    void encode(List<Frame> stretch, Encoder encoder, Consumer<Packet> packets) {
        Duration before = cpuTime();
        Consumer<Packet> counted = packet -> {
            count(packet);
            packets.accept(packet);
        };
        for (int index = 0; index < stretch.size(); index++) {
            try (Frame picture = stretch.get(index).share()) {
                picture.setPts(index);
                picture.requestKind(index == 0 ? PictureKind.KEY : PictureKind.DEPENDENT);
                encoder.encode(picture, counted);
            }
        }
        encoder.encode(null, counted);
        cpu = cpu.plus(cpuTime().minus(before));
    }

    void encode(List<Frame> stretch) {
        try (Encoder encoder = Encoder.forPictures(encoding)) {
            encode(stretch, encoder, packet -> {});
        }
    }

    private void count(Packet packet) {
        int bytes = packet.payload().remaining();
        if (packet.isKey()) {
            keys++;
            keyBytes += bytes;
        } else {
            others++;
            otherBytes += bytes;
        }
    }

    /** Of a film with so many pictures, so many of which are key frames. */
    double bytesOf(long pictures, long keyPictures) {
        double key = keys == 0 ? 0 : (double) keyBytes / keys;
        double other = others == 0 ? key : (double) otherBytes / others;
        return key * keyPictures + other * (pictures - keyPictures);
    }

    double cpuSecondsEach() {
        return cpu.toNanos() / 1e9 / Math.max(1, keys + others);
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
