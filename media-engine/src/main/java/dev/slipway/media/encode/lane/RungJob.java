package dev.slipway.media.encode.lane;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.device.DeviceLostException;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Encodes one chunk of a rung or of the preview: a key frame first, and one at the beginning of each segment, there by
 * a fresh encoder where the settings ask for it. openh264 adds others of its own at hard cuts and cannot be told not to;
 * they are kept as dependent pictures, so that all rungs show players the same places to enter.
 */
final class RungJob implements ChunkJob {
    /**
     * Chooses the quantizer of its first key frame by the rate alone, 2 dB off, and stays there for a segment; later ones
     * by what an earlier one came to. So it sees the first picture twice.
     */
    private static final String GUESSES_ITS_FIRST = "libopenh264";

    private final Rendition rendition;
    private final RungLanes.SegmentEncoders encoders;
    private final Timeline timeline;
    private final Set<Long> keys = new HashSet<>();
    private @Nullable PictureEncoder encoder;
    private long owed;
    private long newest = -1;

    RungJob(Rendition rendition, RungLanes.SegmentEncoders encoders, Timeline timeline) {
        this.rendition = rendition;
        this.encoders = encoders;
        this.timeline = timeline;
    }

    /** @throws DeviceLostException when the encoder is a device's and fails, also to open */
    @Override
    public void picture(Frame picture, ChunkWriter chunk) throws IOException {
        boolean first = timeline.startsSegment(picture.pts());
        if (first && rendition.encoding().reach() == VideoEncoding.Reach.SEGMENT) {
            finish(chunk);
        }
        boolean key = encoder == null || first;
        if (key) {
            keys.add(picture.pts());
        }
        picture.requestKind(key ? PictureKind.KEY : PictureKind.DEPENDENT);
        owed++;
        encode(encoder == null ? open(picture) : encoder, picture, chunk);
    }

    private PictureEncoder open(Frame first) throws IOException {
        try {
            PictureEncoder fresh = encoders.open(rendition, first.pts());
            encoder = fresh;
            if (rendition.encoding().encoder().equals(GUESSES_ITS_FIRST)) {
                fresh.encode(first, thrownAway -> {});
            }
            return fresh;
        } catch (FfmpegException e) {
            throw blamed(e);
        }
    }

    @Override
    public void finish(ChunkWriter chunk) throws IOException {
        if (encoder != null) {
            encode(encoder, null, chunk);
            close();
        }
        if (owed != 0) {
            throw blamed(new FfmpegException("the encoder kept " + owed + " pictures"));
        }
    }

    private void encode(PictureEncoder open, @Nullable Frame picture, ChunkWriter chunk) throws IOException {
        try {
            open.encode(picture, packet -> keep(packet, chunk));
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
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }
}
