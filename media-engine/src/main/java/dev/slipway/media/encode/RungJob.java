package dev.slipway.media.encode;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.device.DeviceLostException;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.media.ffmpeg.Packet;
import dev.slipway.media.ffmpeg.PictureEncoder;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Encodes one chunk of a rung or of the preview: a key frame first, and one at the beginning of each segment. openh264
 * adds others of its own at hard cuts and cannot be told not to; they are kept as dependent pictures, so that all rungs
 * show players the same places to enter.
 */
final class RungJob implements ChunkJob {
    private final Rendition rendition;
    private final Timeline timeline;
    private final PictureEncoder encoder;
    private final Set<Long> keys = new HashSet<>();
    private long owed;
    private long newest = -1;

    /** @throws DeviceLostException when the encoder is a device's and does not open */
    RungJob(Rendition rendition, Function<Rendition, PictureEncoder> opener, Timeline timeline) {
        this.rendition = rendition;
        this.timeline = timeline;
        try {
            this.encoder = opener.apply(rendition);
        } catch (FfmpegException e) {
            throw blamed(e);
        }
    }

    @Override
    public void picture(Frame picture, ChunkWriter chunk) throws IOException {
        boolean key = keys.isEmpty() || timeline.startsSegment(picture.pts());
        if (key) {
            keys.add(picture.pts());
        }
        picture.requestKind(key ? PictureKind.KEY : PictureKind.DEPENDENT);
        owed++;
        encode(picture, chunk);
    }

    @Override
    public void finish(ChunkWriter chunk) throws IOException {
        encode(null, chunk);
        if (owed != 0) {
            throw blamed(new FfmpegException("the encoder kept " + owed + " pictures"));
        }
    }

    private void encode(@Nullable Frame picture, ChunkWriter chunk) throws IOException {
        try {
            encoder.encode(picture, packet -> keep(packet, chunk));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FfmpegException e) {
            throw blamed(e);
        }
    }

    /** A failure of software ends the job; that of a device only its part in it. */
    private RuntimeException blamed(FfmpegException failure) {
        return rendition.isOnDevice()
                ? new DeviceLostException(rendition.encoding().encoder(), failure)
                : failure;
    }

    private void keep(Packet packet, ChunkWriter chunk) {
        if (packet.pts() <= newest) {
            throw new FfmpegException("the encoder gave picture " + packet.pts() + " after picture " + newest);
        }
        newest = packet.pts();
        owed--;
        boolean key = keys.contains(packet.pts());
        if (key && !packet.isKey()) {
            throw new FfmpegException("the encoder made no key frame of picture " + packet.pts());
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
