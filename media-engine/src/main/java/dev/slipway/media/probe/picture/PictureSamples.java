package dev.slipway.media.probe.picture;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.run.Cancellation;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/** Decodes a few pictures from several places of a file. */
public final class PictureSamples {
    /** A group of pictures is rarely longer; after so many packets without a picture the place counts as undecodable. */
    private static final int MOST_PACKETS = 600;

    private static final double[] PLACES = {0, 0.3, 0.7};

    private final Path file;
    private final int trackIndex;
    private final long originMicros;
    private final long durationMicros;
    private final Cancellation cancellation;

    public PictureSamples(
            Path file, int trackIndex, long originMicros, long durationMicros, Cancellation cancellation) {
        this.file = file;
        this.trackIndex = trackIndex;
        this.originMicros = originMicros;
        this.durationMicros = durationMicros;
        this.cancellation = cancellation;
    }

    /** Gives at most so many consecutive pictures from each place; a picture is valid only during the call. */
    void decode(int fromEach, Sampler sampler) {
        for (double place : PLACES) {
            decodeFrom(Math.round(place * durationMicros), fromEach, sampler);
        }
    }

    /** Takes the pictures of one place after the other. */
    interface Sampler {
        /** The pictures that follow do not follow the ones before. */
        void place();

        void picture(Frame frame);
    }

    private void decodeFrom(long micros, int most, Sampler sampler) {
        try (Demuxer demuxer = Demuxer.open(file, SourceFormats.ALLOWED);
                Packet packet = new Packet()) {
            Track track = demuxer.tracks().get(trackIndex);
            demuxer.keepOnly(Set.of(trackIndex));
            if (micros == 0 || hasSought(demuxer, track, micros)) {
                sampler.place();
                decode(demuxer, track, packet, new Limited(most, sampler));
            }
        }
    }

    private boolean hasSought(Demuxer demuxer, Track track, long micros) {
        try {
            demuxer.seek(track, track.timebase().fromMicros(originMicros + micros));
            return true;
        } catch (FfmpegException unseekable) {
            // Raw streams and broken indexes cannot be entered in the middle; their beginning has to do.
            return false;
        }
    }

    private void decode(Demuxer demuxer, Track track, Packet packet, Limited pictures) {
        try (Decoder decoder = Decoder.open(track, 1)) {
            int packets = 0;
            while (packets < MOST_PACKETS && !pictures.isEnough() && demuxer.read(packet)) {
                cancellation.throwIfCancelled();
                if (packet.track() == trackIndex) {
                    packets++;
                    decoder.decode(packet, pictures);
                }
            }
            decoder.decode(null, pictures);
        }
    }

    private static final class Limited implements Consumer<Frame> {
        private final Sampler sampler;
        private int left;

        private Limited(int most, Sampler sampler) {
            this.left = most;
            this.sampler = sampler;
        }

        @Override
        public void accept(Frame frame) {
            if (left > 0) {
                left--;
                sampler.picture(frame);
            }
        }

        private boolean isEnough() {
            return left == 0;
        }
    }
}
