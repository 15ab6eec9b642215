package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.List;
import java.util.function.Consumer;

/** Gives each block of the mix to every sound file, as frames that share their memory. Used by one thread. */
public final class MixedFrames implements Consumer<StereoBlock> {
    private final List<Consumer<Frame>> files;
    private long written;

    /** @param files take frames over */
    public MixedFrames(List<Consumer<Frame>> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public void accept(StereoBlock block) {
        try (Frame frame = block.toFrame(written)) {
            written += block.samples();
            files.forEach(file -> file.accept(frame.share()));
        }
    }
}
