package dev.slipway.media.join;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import java.util.ArrayList;
import java.util.List;

/** A whole film from a single encoder, with key frames where the pipeline's are: the film without joins. */
final class OneEncoder {
    private final List<byte[]> lumas = new ArrayList<>();
    private long bytes;

    private OneEncoder() {}

    static OneEncoder of(List<Frame> pictures, VideoEncoding encoding, Timeline timeline) {
        OneEncoder film = new OneEncoder();
        try (Encoder encoder = Encoder.forPictures(encoding);
                TrackTemplate template = encoder.template();
                Decoder decoder = Decoder.of(template, 1)) {
            for (int number = 0; number < pictures.size(); number++) {
                try (Frame picture = pictures.get(number).share()) {
                    picture.setPts(number);
                    picture.requestKind(timeline.startsSegment(number) ? PictureKind.KEY : PictureKind.DEPENDENT);
                    encoder.encode(picture, packet -> film.add(packet, decoder));
                }
            }
            encoder.encode(null, packet -> film.add(packet, decoder));
            decoder.decode(null, decoded -> film.lumas.add(decoded.plane(0)));
        }
        return film;
    }

    private void add(Packet packet, Decoder decoder) {
        bytes += packet.size();
        decoder.decode(packet, decoded -> lumas.add(decoded.plane(0)));
    }

    List<byte[]> lumas() {
        return lumas;
    }

    long bytes() {
        return bytes;
    }
}
