package dev.slipway.media.mp4;

import java.util.Arrays;

/** Adds up the {@code trun} boxes of one fragment; keeps no more of a sample than when it is shown. */
final class SampleRuns {
    private static final int NON_SYNC = 0x10000;
    private static final int MAX_SAMPLES = 100_000;

    private long samples;
    private long durationTicks;
    private long dataSize;
    private long dataOffset = -1;
    private long earliest = Long.MAX_VALUE;
    private boolean startsWithKeyFrame;
    /** Presentation times counted from the fragment's decode time, in decoding order; the tail is unused. */
    private long[] shown = new long[128];

    void add(BoxBytes trun, TrackDefaults defaults) throws BoxException {
        int version = trun.u8();
        int flags = trun.u24();
        long count = trun.u32();
        if ((flags & 0x1) != 0) {
            offset(trun, trun.s32());
        }
        int firstFlags = (flags & 0x4) != 0 ? trun.s32() : defaults.flags();
        requireRoom(trun, flags, count);
        for (long i = 0; i < count; i++) {
            sample(trun, version, flags, i == 0 ? firstFlags : defaults.flags(), defaults);
        }
    }

    /** A later run goes on where the one before it ended, so that no bytes hide between them. */
    private void offset(BoxBytes trun, int offset) throws BoxException {
        if (dataOffset < 0) {
            dataOffset = offset;
        } else if (offset != Math.addExact(dataOffset, dataSize)) {
            throw trun.failure("its samples do not follow those of the run before");
        }
    }

    /** Without per-sample fields a box of 12 bytes could claim four thousand million samples. */
    private void requireRoom(BoxBytes trun, int flags, long count) throws BoxException {
        long needed = count * Integer.bitCount(flags & 0xF00) * 4;
        if (needed != trun.remaining() || samples + count > MAX_SAMPLES) {
            throw trun.failure("claims " + count + " samples in " + trun.remaining() + " bytes");
        }
    }

    private void sample(BoxBytes trun, int version, int flags, int defaultFlags, TrackDefaults defaults)
            throws BoxException {
        long duration = (flags & 0x100) != 0 ? trun.u32() : defaults.duration();
        long size = (flags & 0x200) != 0 ? trun.u32() : defaults.size();
        int sampleFlags = (flags & 0x400) != 0 ? trun.s32() : defaultFlags;
        long offset = (flags & 0x800) == 0 ? 0 : version == 0 ? trun.u32() : trun.s32();
        if (duration == 0 || size == 0) {
            throw trun.failure("a sample without length");
        }
        if (samples == 0) {
            startsWithKeyFrame = (sampleFlags & NON_SYNC) == 0;
        }
        long time = Math.addExact(durationTicks, offset);
        earliest = Math.min(earliest, time);
        if (samples == shown.length) {
            shown = Arrays.copyOf(shown, 2 * shown.length);
        }
        shown[(int) samples] = time;
        durationTicks = Math.addExact(durationTicks, duration);
        dataSize = Math.addExact(dataSize, size);
        samples++;
    }

    long samples() {
        return samples;
    }

    long durationTicks() {
        return durationTicks;
    }

    long dataSize() {
        return dataSize;
    }

    long dataOffset() {
        return dataOffset;
    }

    /** Earliest presentation time of a sample, counted from the fragment's decode time. */
    long earliestOffset() {
        return earliest;
    }

    /**
     * How far a sample is shown from where it would be, were the fragment's duration divided equally.
     *
     * @throws ArithmeticException when the times are beyond all measure
     */
    long unevenTicks() {
        long[] inOrder = Arrays.copyOf(shown, (int) samples);
        Arrays.sort(inOrder);
        long uneven = 0;
        for (int i = 0; i < inOrder.length; i++) {
            long even = Math.addExact(earliest, Math.multiplyExact(durationTicks, i) / samples);
            uneven = Math.max(uneven, Math.abs(Math.subtractExact(inOrder[i], even)));
        }
        return uneven;
    }

    boolean startsWithKeyFrame() {
        return startsWithKeyFrame;
    }
}
