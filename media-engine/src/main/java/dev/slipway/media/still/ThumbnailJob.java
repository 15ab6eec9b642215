package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.encode.lane.ChunkJob;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Keeps each small frame as its three planes, one after the other. */
public final class ThumbnailJob implements ChunkJob {

    @Override
    public void picture(Frame picture, ChunkWriter chunk) throws IOException {
        byte[] luma = picture.plane(0);
        byte[] blue = picture.plane(1);
        byte[] red = picture.plane(2);
        byte[] payload = ByteBuffer.allocate(luma.length + blue.length + red.length)
                .put(luma)
                .put(blue)
                .put(red)
                .array();
        chunk.add(new ChunkRecord(picture.pts(), PictureKind.KEY, payload));
    }

    @Override
    public void finish(ChunkWriter chunk) {}

    @Override
    public void close() {}
}
