package dev.slipway.media.plan.output;

/**
 * One rung, or the preview clip.
 *
 * @param path the file's name
 * @param bitrate the most that is spent, in bits per second; easy pictures take less
 * @param speed on the encoder's own scale: libvpx's cpu-used, SVT-AV1's preset; unused for H.264
 * @param firstFrame number on the time line of the first picture that is in it
 * @param endFrame number of the picture after its last
 * @param lift how often the rate that its size would give was doubled to reach a wished quality, negative where it was
 *     halved; an encoder's own bound on quality moves with it. 0 without such a wish
 */
public record VideoOutput(
        String path,
        VideoCodec codec,
        Size size,
        long bitrate,
        int speed,
        long firstFrame,
        long endFrame,
        Passes passes,
        double lift) {

    /** An output of one pass. */
    public VideoOutput(
            String path, VideoCodec codec, Size size, long bitrate, int speed, long firstFrame, long endFrame) {
        this(path, codec, size, bitrate, speed, firstFrame, endFrame, Passes.ONE, 0);
    }

    public boolean covers(long frame) {
        return frame >= firstFrame && frame < endFrame;
    }

    public long frames() {
        return endFrame - firstFrame;
    }
}
