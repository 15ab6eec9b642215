package dev.slipway.media.mp4;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code moov} says: one track without samples of its own, since they are all in fragments. */
record MovieHeader(long trackId, SampleEntry entry, long timescale, long editOffsetTicks, TrackDefaults defaults) {

    static MovieHeader read(BoxBytes moov) throws BoxException {
        long movieTimescale = 0;
        @Nullable TrackHeader track = null;
        @Nullable TrackDefaults defaults = null;
        for (Optional<Box> next = moov.next(); next.isPresent(); next = moov.next()) {
            Box box = next.get();
            switch (box.type()) {
                case "mvhd" -> movieTimescale = timescale(box.payload());
                case "trak" -> {
                    if (track != null) {
                        throw box.payload().failure("a second track; a finished file holds one");
                    }
                    track = TrackHeader.read(box.payload());
                }
                case "mvex" -> defaults = TrackDefaults.read(box.payload());
                case "udta", "meta", "iods" -> {}
                default -> throw box.unexpected();
            }
        }
        if (movieTimescale == 0 || track == null || defaults == null) {
            throw moov.failure("mvhd, trak and mvex are all needed");
        }
        return new MovieHeader(
                track.id(), track.entry(), track.timescale(), track.editOffsetTicks(movieTimescale), defaults);
    }

    /** {@code mvhd} and {@code mdhd} begin alike: version, two dates, timescale. */
    static long timescale(BoxBytes header) throws BoxException {
        int version = header.u8();
        header.skip(3 + (version == 1 ? 16 : 8));
        long timescale = header.u32();
        if (timescale == 0 || timescale > Integer.MAX_VALUE) {
            throw header.failure("a timescale of " + timescale);
        }
        return timescale;
    }
}
