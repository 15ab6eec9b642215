package dev.slipway.media.quality;

import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackKind;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.model.media.Rational;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pictures of a file's first film track, one after the other, each through a chain of filters of its own. */
final class DecodedFilm implements AutoCloseable {
    private static final Rational UNKNOWN_RATE = new Rational(25, 1);

    private final Demuxer demuxer;
    private final Track track;
    private final Decoder decoder;
    private final Function<PictureFormat, String> chain;
    private final Packet packet = new Packet();
    private final Deque<Frame> ready = new ArrayDeque<>();
    private @Nullable FilterGraph graph;
    private boolean drained;

    /** @param chain the filters for pictures of a format, such as {@code scale=640:360} */
    DecodedFilm(Path file, Function<PictureFormat, String> chain, int threads) {
        this.chain = chain;
        demuxer = Demuxer.open(file, SourceFormats.ALLOWED);
        try {
            track = demuxer.tracks().stream()
                    .filter(candidate -> candidate.kind() == TrackKind.PICTURE)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no film in " + file));
            decoder = Decoder.open(track, threads);
        } catch (RuntimeException e) {
            demuxer.close();
            throw e;
        }
        demuxer.keepOnly(Set.of(track.index()));
    }

    Rational rate() {
        return track.declaredRate().orElse(UNKNOWN_RATE);
    }

    PictureFormat format() {
        return track.pictureFormat();
    }

    /** The next picture, which is then the caller's, or null after the last. */
    @Nullable
    Frame next() {
        while (ready.isEmpty() && !drained) {
            if (demuxer.read(packet)) {
                decoder.decode(packet, this::filter);
            } else {
                decoder.decode(null, this::filter);
                drained = true;
            }
        }
        return ready.pollFirst();
    }

    private void filter(Frame picture) {
        if (graph == null) {
            PictureFormat format = picture.pictureFormat();
            graph = FilterGraph.forPictures(format, track.timebase(), chain.apply(format), 1);
        }
        graph.filter(picture, filtered -> ready.addLast(filtered.share()));
    }

    @Override
    public void close() {
        ready.forEach(Frame::close);
        packet.close();
        if (graph != null) {
            graph.close();
        }
        decoder.close();
        demuxer.close();
    }
}
