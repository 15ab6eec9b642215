package dev.slipway.media.forecast;

import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Encodes samples as a rung would be and decodes them again at once, in memory. Not thread-safe. */
public final class SampleRoundTrip {
    private final VideoEncoding encoding;
    private final PictureTreatment treatment;
    private final Runnable beforePicture;
    private final SampleBytes bytes = new SampleBytes();

    /**
     * @param treatment of each picture, whose time is its place in the sample, before it is encoded
     * @param beforePicture runs before each picture is encoded, and may throw to stop
     */
    public SampleRoundTrip(VideoEncoding encoding, PictureTreatment treatment, Runnable beforePicture) {
        this.encoding = encoding;
        this.treatment = treatment;
        this.beforePicture = beforePicture;
    }

    /** What a first pass tells the second one; it does not depend on the rate. */
    public byte[] learn(List<Frame> sample) {
        try (Encoder encoder = Encoder.forFirstPass(encoding)) {
            encode(sample, encoder, packet -> {});
            return encoder.statistics();
        }
    }

    /**
     * @param learned by a first pass, or null where one pass is all
     * @param decoded gets each picture as viewers see it, with its place in the sample; it is valid only during the call
     */
    public void run(List<Frame> sample, byte @Nullable [] learned, ObjIntConsumer<Frame> decoded) {
        Counted counted = new Counted(decoded);
        try (Encoder encoder =
                        learned == null ? Encoder.forPictures(encoding) : Encoder.forSecondPass(encoding, learned);
                TrackTemplate template = encoder.template();
                Decoder decoder = Decoder.of(template, 1)) {
            encode(sample, encoder, packet -> {
                bytes.add(packet);
                decoder.decode(packet, counted);
            });
            decoder.decode(null, counted);
        }
        if (counted.pictures != sample.size()) {
            throw new FfmpegException(
                    "a sample of " + sample.size() + " pictures came back with " + counted.pictures + " of them");
        }
    }

    /** Of all samples so far. */
    public SampleBytes bytes() {
        return bytes;
    }

    private void encode(List<Frame> sample, Encoder encoder, Consumer<Packet> packets) {
        for (int index = 0; index < sample.size(); index++) {
            beforePicture.run();
            try (Frame picture = sample.get(index).share()) {
                picture.setPts(index);
                treatment.apply(picture);
                picture.requestKind(index == 0 ? PictureKind.KEY : PictureKind.DEPENDENT);
                encoder.encode(picture, packets);
            }
        }
        encoder.encode(null, packets);
    }

    /** Numbers decoded pictures in their order. */
    private static final class Counted implements Consumer<Frame> {
        private final ObjIntConsumer<Frame> decoded;
        private int pictures;

        Counted(ObjIntConsumer<Frame> decoded) {
            this.decoded = decoded;
        }

        @Override
        public void accept(Frame picture) {
            decoded.accept(picture, pictures);
            pictures++;
        }
    }
}
