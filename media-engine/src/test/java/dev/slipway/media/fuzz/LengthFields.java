package dev.slipway.media.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a container's parts are named, and with that where their lengths and first fields are. */
final class LengthFields {
    private static final int LENGTH_BEFORE = -4;
    private static final int LENGTH_AFTER = 4;

    /** Marker, and where the number beside it begins, from the marker's first byte. */
    private static final Map<String, Integer> MARKERS = Map.ofEntries(
            // ISO 14496-12 and QuickTime: the length stands before the type, counts stand 8 bytes after it.
            ascii("moov", LENGTH_BEFORE),
            ascii("trak", LENGTH_BEFORE),
            ascii("mdia", LENGTH_BEFORE),
            ascii("stbl", LENGTH_BEFORE),
            ascii("mvhd", 16),
            ascii("tkhd", LENGTH_BEFORE),
            ascii("mdhd", 16),
            ascii("elst", 8),
            ascii("stsd", LENGTH_BEFORE),
            ascii("stts", 8),
            ascii("ctts", 8),
            ascii("stsc", 8),
            ascii("stsz", 12),
            ascii("stco", 8),
            ascii("stss", 8),
            ascii("avcC", LENGTH_BEFORE),
            ascii("hvcC", LENGTH_BEFORE),
            ascii("esds", 12),
            ascii("moof", LENGTH_BEFORE),
            ascii("tfhd", 8),
            ascii("trun", 8),
            ascii("mdat", LENGTH_BEFORE),
            // RIFF: the length follows the name.
            ascii("LIST", LENGTH_AFTER),
            ascii("strh", LENGTH_AFTER),
            ascii("strf", 8),
            ascii("idx1", LENGTH_AFTER),
            ascii("00dc", LENGTH_AFTER),
            ascii("01wb", LENGTH_AFTER),
            // RFC 3533: lacing table of a page.
            ascii("OggS", 26),
            // RFC 8794: the length follows the element's name. Segment, info, track, video, cluster, block, cues.
            hex("18538067", 4),
            hex("1549a966", 4),
            hex("1654ae6b", 4),
            hex("1f43b675", 4),
            hex("1c53bb6b", 4),
            hex("b083", 1),
            hex("ba83", 1),
            hex("63a2", 2),
            // ISO 13818-1: packet header and adaptation field; start codes of MPEG program streams.
            hex("474100", 3),
            hex("4740", 2),
            hex("000001ba", 4),
            hex("000001e0", 4));

    private LengthFields() {}

    /** Places at which four bytes can be written. */
    static List<Integer> of(byte[] bytes) {
        List<Integer> places = new ArrayList<>();
        // One char for one byte, so that places in the text are places in the file.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        MARKERS.forEach((marker, offset) -> occurrences(text, marker)
                .map(place -> place + offset)
                .filter(place -> place >= 0 && place <= bytes.length - Integer.BYTES)
                .forEach(places::add));
        places.sort(null);
        return places;
    }

    private static Stream<Integer> occurrences(String text, String marker) {
        return Stream.iterate(
                text.indexOf(marker), place -> place >= 0, place -> text.indexOf(marker, place + marker.length()));
    }

    private static Map.Entry<String, Integer> ascii(String marker, int offset) {
        return Map.entry(marker, offset);
    }

    private static Map.Entry<String, Integer> hex(String marker, int offset) {
        return Map.entry(new String(HexFormat.of().parseHex(marker), StandardCharsets.ISO_8859_1), offset);
    }
}
