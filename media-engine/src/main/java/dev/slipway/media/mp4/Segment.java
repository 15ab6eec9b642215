package dev.slipway.media.mp4;

/**
 * One movie fragment and its samples.
 *
 * @param bytes from the first byte of {@code moof} to the last of {@code mdat}
 * @param startTicks earliest presentation time on the media's own timeline, before the edit list
 * @param durationTicks sum of the samples' durations
 * @param startsWithKeyFrame whether the first sample can be decoded without an earlier one
 */
public record Segment(ByteRange bytes, long startTicks, long durationTicks, long samples, boolean startsWithKeyFrame) {

    public long endTicks() {
        return startTicks + durationTicks;
    }
}
