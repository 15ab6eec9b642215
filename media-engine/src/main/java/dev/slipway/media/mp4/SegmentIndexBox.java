package dev.slipway.media.mp4;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code sidx} box. DASH players read it straight from the file, so it has to agree with the fragments that follow.
 *
 * @param firstOffset from the end of the box to the first fragment
 */
record SegmentIndexBox(BoxHeader header, long timescale, long firstOffset, List<Entry> entries) {

    /** One fragment: its bytes, its length in ticks of the box, and whether it starts with a key frame. */
    record Entry(long size, long duration, boolean startsWithKeyFrame) {}

    static SegmentIndexBox read(BoxHeader header, BoxBytes sidx) throws BoxException {
        int version = sidx.u8();
        sidx.skip(7);
        long timescale = sidx.u32();
        sidx.skip(version == 0 ? 4 : 8);
        long firstOffset = version == 0 ? sidx.u32() : sidx.u63();
        sidx.skip(2);
        int count = sidx.u16();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long reference = sidx.u32();
            if (reference >>> 31 != 0) {
                throw sidx.failure("points to another index");
            }
            entries.add(new Entry(reference, sidx.u32(), sidx.u32() >>> 31 != 0));
        }
        sidx.expectEnd();
        return new SegmentIndexBox(header, timescale, firstOffset, entries);
    }

    /** Byte for byte and tick for tick; only the first entry may be shorter, by what the edit list hides. */
    void requireAgreement(TrackIndex index) throws BoxException {
        List<Segment> segments = index.segments();
        boolean agrees = timescale == index.timescale()
                && entries.size() == segments.size()
                && header.end() + firstOffset == segments.getFirst().bytes().offset();
        long start = segments.getFirst().startTicks();
        long indexed = start;
        for (int i = 0; agrees && i < segments.size(); i++) {
            Segment segment = segments.get(i);
            indexed += entries.get(i).duration();
            agrees = entries.get(i).size() == segment.bytes().size()
                    && Math.abs(segment.endTicks() - indexed) <= Math.abs(index.editOffsetTicks());
        }
        if (!agrees) {
            throw new BoxException("sidx", "it does not agree with the fragments that follow it");
        }
    }
}
