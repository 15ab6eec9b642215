package dev.slipway.media.ffmpeg;

import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg gets no piece of memory larger than this, anywhere in the process, until it is closed. */
public final class ScarceMemory implements AutoCloseable {

    public ScarceMemory(long mostBytes) {
        Natives.load();
        avutil.av_max_alloc(mostBytes);
    }

    @Override
    public void close() {
        avutil.av_max_alloc(Integer.MAX_VALUE);
    }
}
