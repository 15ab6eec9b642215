package dev.slipway.media.encode;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.ffmpeg.Encoder;
import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.media.ffmpeg.Packet;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.VideoEncoding;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Encodes one chunk of a rung or of the preview: a key frame first, and one at the beginning of each segment. openh264
 * adds others of its own at hard cuts and cannot be told not to; they are kept as dependent pictures, so that all rungs
 * show players the same places to enter.
 */
final class RungJob implements ChunkJob {
    private final Timeline timeline;
    private final Encoder encoder;
    private final Set<Long> keys = new HashSet<>();

    RungJob(VideoEncoding encoding, Timeline timeline) {
        this.timeline = timeline;
        this.encoder = Encoder.forPictures(encoding);
    }

    @Override
    public void picture(Frame picture, ChunkWriter chunk) throws IOException {
        boolean key = keys.isEmpty() || timeline.startsSegment(picture.pts());
        if (key) {
            keys.add(picture.pts());
        }
        picture.requestKind(key ? PictureKind.KEY : PictureKind.DEPENDENT);
        encode(picture, chunk);
    }

    @Override
    public void finish(ChunkWriter chunk) throws IOException {
        encode(null, chunk);
    }

    private void encode(@Nullable Frame picture, ChunkWriter chunk) throws IOException {
        try {
            encoder.encode(picture, packet -> keep(packet, chunk));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void keep(Packet packet, ChunkWriter chunk) {
        boolean key = keys.contains(packet.pts());
        if (key && !packet.isKey()) {
            throw new IllegalStateException("the encoder made no key frame of picture " + packet.pts());
        }
        ByteBuffer payload = packet.payload();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        try {
            chunk.add(new ChunkRecord(packet.pts(), key ? PictureKind.KEY : PictureKind.DEPENDENT, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
