package dev.slipway.media.encode.lane;

import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.IOException;

/** What one output makes of one chunk's pictures; a new job for each chunk, so that nothing carries over. */
public interface ChunkJob extends AutoCloseable {

    /** Takes the next picture; its time is its number on the time line, and it stays the caller's. */
    void picture(Frame picture, ChunkWriter chunk) throws IOException;

    /** No more pictures come. */
    void finish(ChunkWriter chunk) throws IOException;

    @Override
    void close();

    /** Begins a job for the next chunk of an output. */
    @FunctionalInterface
    interface Factory {
        ChunkJob begin();
    }
}
