package dev.slipway.media.mp4;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code trak} box.
 *
 * @param emptyEditTicks length of an empty edit before the media, in the movie's timescale
 * @param editMediaTime media time at which the presentation begins, in the track's timescale
 */
record TrackHeader(long id, SampleEntry entry, long timescale, long emptyEditTicks, long editMediaTime) {
    private static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    private static final int MAX_EDITS = 2;

    static TrackHeader read(BoxBytes trak) throws BoxException {
        long id = 0;
        @Nullable MediaBox media = null;
        EditList edits = EditList.NONE;
        for (Optional<Box> next = trak.next(); next.isPresent(); next = trak.next()) {
            BoxBytes payload = next.get().payload();
            switch (next.get().type()) {
                case "tkhd" -> id = trackId(payload);
                case "edts" -> edits = EditList.read(payload);
                case "mdia" -> media = MediaBox.read(payload);
                case "udta", "meta" -> {}
                default -> throw next.get().unexpected();
            }
        }
        if (id == 0 || media == null) {
            throw trak.failure("tkhd and mdia are needed");
        }
        return new TrackHeader(id, media.entry(), media.timescale(), edits.emptyTicks(), edits.mediaTime());
    }

    long editOffsetTicks(long movieTimescale) throws BoxException {
        try {
            return Math.subtractExact(editMediaTime, Math.multiplyExact(emptyEditTicks, timescale) / movieTimescale);
        } catch (ArithmeticException e) {
            throw new BoxException("elst", "an empty edit beyond all measure", e);
        }
    }

    private static long trackId(BoxBytes tkhd) throws BoxException {
        int version = tkhd.u8();
        tkhd.skip(3 + (version == 1 ? 16 : 8));
        long id = tkhd.u32();
        tkhd.skip(4 + (version == 1 ? 8 : 4) + 16);
        for (int expected : IDENTITY) {
            if (tkhd.s32() != expected) {
                throw tkhd.failure("the picture is turned or moved by a matrix; finished pictures stand upright");
            }
        }
        return id;
    }

    /** At most one empty edit and one normal one: more would cut the film in a way that players disagree on. */
    private record EditList(long emptyTicks, long mediaTime) {
        static final EditList NONE = new EditList(0, 0);

        static EditList read(BoxBytes edts) throws BoxException {
            Optional<Box> elst = edts.next();
            return elst.isPresent() ? entries(elst.get().payload()) : NONE;
        }

        private static EditList entries(BoxBytes elst) throws BoxException {
            int version = elst.u8();
            elst.skip(3);
            long count = elst.u32();
            if (count > MAX_EDITS) {
                throw elst.failure(count + " edits, at most " + MAX_EDITS + " are accepted");
            }
            EditList edits = NONE;
            for (int i = 0; i < count; i++) {
                edits = edits.with(elst, version, i);
            }
            return edits;
        }

        private EditList with(BoxBytes elst, int version, int position) throws BoxException {
            long duration = version == 1 ? elst.u63() : elst.u32();
            long time = version == 1 ? elst.s64() : elst.s32();
            if (elst.s32() != 0x10000) {
                throw elst.failure("an edit changes the speed");
            }
            if (time == -1 && position == 0) {
                return new EditList(duration, 0);
            }
            if (time < 0 || mediaTime != 0) {
                throw elst.failure("the edits cut the media apart");
            }
            return new EditList(emptyTicks, time);
        }
    }
}
