package dev.slipway.media.mp4;

/** Bytes {@code offset} up to but not including {@code offset + size} of a file. */
public record ByteRange(long offset, long size) {

    /** The first byte after the range. */
    public long end() {
        return offset + size;
    }

    /** First and last byte, both included, as DASH and HTTP write ranges. */
    public String inclusive() {
        return offset + "-" + (end() - 1);
    }
}
