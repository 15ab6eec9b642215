package dev.slipway.media.mp4;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code mdia} box: timescale and sample entry; its sample tables have to be empty and its data in this file. */
record MediaBox(long timescale, SampleEntry entry) {
    private static final Set<String> EMPTY_TABLES = Set.of("stts", "stsc", "stco", "co64", "stss", "ctts");
    private static final Set<String> SAMPLE_GROUPS = Set.of("sgpd", "sbgp");

    static MediaBox read(BoxBytes mdia) throws BoxException {
        long timescale = 0;
        String handler = "";
        @Nullable SampleEntry entry = null;
        for (Optional<Box> next = mdia.next(); next.isPresent(); next = mdia.next()) {
            BoxBytes payload = next.get().payload();
            switch (next.get().type()) {
                case "mdhd" -> timescale = MovieHeader.timescale(payload);
                case "hdlr" -> handler = handler(payload);
                case "minf" -> entry = sampleEntry(payload);
                default -> throw next.get().unexpected();
            }
        }
        if (timescale == 0 || entry == null) {
            throw mdia.failure("mdhd and minf are needed");
        }
        String expected = entry.kind() == TrackKind.VIDEO ? "vide" : "soun";
        if (!handler.equals(expected)) {
            throw mdia.failure(
                    "handler '" + Box.printable(handler) + "' does not go with " + entry.codec() + " samples");
        }
        return new MediaBox(timescale, entry);
    }

    private static String handler(BoxBytes hdlr) throws BoxException {
        hdlr.skip(8);
        return hdlr.fourCc();
    }

    private static SampleEntry sampleEntry(BoxBytes minf) throws BoxException {
        @Nullable SampleEntry entry = null;
        for (Optional<Box> next = minf.next(); next.isPresent(); next = minf.next()) {
            BoxBytes payload = next.get().payload();
            switch (next.get().type()) {
                case "vmhd", "smhd" -> {}
                case "dinf" -> requireDataInside(payload);
                case "stbl" -> entry = sampleTable(payload);
                default -> throw next.get().unexpected();
            }
        }
        if (entry == null) {
            throw minf.failure("stbl is missing");
        }
        return entry;
    }

    /** A data reference that names another file would make a player or a decoder open it. */
    private static void requireDataInside(BoxBytes dinf) throws BoxException {
        Box dref = dinf.next().orElseThrow(() -> dinf.failure("dref is missing"));
        dref.payload().skip(4);
        long count = dref.payload().u32();
        Box url = dref.payload().next().orElseThrow(() -> dref.payload().failure("no entry"));
        if (count != 1 || !url.type().equals("url ") || url.payload().s32() != 1) {
            throw dref.payload().failure("the samples have to be in this very file");
        }
        url.payload().expectEnd();
    }

    private static SampleEntry sampleTable(BoxBytes stbl) throws BoxException {
        @Nullable SampleEntry entry = null;
        for (Optional<Box> next = stbl.next(); next.isPresent(); next = stbl.next()) {
            Box box = next.get();
            if (box.type().equals("stsd")) {
                entry = SampleEntry.read(box.payload());
            } else if (box.type().equals("stsz")) {
                box.payload().skip(4);
                requireEmpty(box.payload());
            } else if (EMPTY_TABLES.contains(box.type())) {
                requireEmpty(box.payload());
            } else if (!SAMPLE_GROUPS.contains(box.type())) {
                throw box.unexpected();
            }
        }
        if (entry == null) {
            throw stbl.failure("stsd is missing");
        }
        return entry;
    }

    private static void requireEmpty(BoxBytes table) throws BoxException {
        table.skip(4);
        if (table.u32() != 0) {
            throw table.failure("samples outside fragments; the file is not fragmented from its start");
        }
    }
}
