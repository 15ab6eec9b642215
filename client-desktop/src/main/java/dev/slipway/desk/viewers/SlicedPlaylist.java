package dev.slipway.desk.viewers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of our media playlists (RFC 8216) with each byte range as a resource of its own: JavaFX's player leaves {@code
 * EXT-X-BYTERANGE} out and would fetch the whole file for each segment. The bytes and their times stay as they are.
 *
 * @param text of the playlist
 * @param slices all that it names
 */
record SlicedPlaylist(String text, List<Slice> slices) {
    private static final String RANGE = "#EXT-X-BYTERANGE:";
    private static final Pattern BYTES = Pattern.compile("(?<length>[0-9]{1,15})(?:@(?<from>[0-9]{1,15}))?");
    private static final Pattern MAP =
            Pattern.compile("#EXT-X-MAP:URI=\"\\.\\./(?<file>[^\"/]+)\",BYTERANGE=\"(?<range>[0-9@]+)\"");
    private static final Pattern SEGMENT = Pattern.compile("\\.\\./(?<file>[^/]+)");

    SlicedPlaylist {
        slices = List.copyOf(slices);
    }

    /** @param file in the publication's folder */
    record Slice(String file, long from, long length) {
        /** From the playlist on. */
        String path() {
            return file + "/" + from + "-" + length + ".mp4";
        }
    }

    /** @throws IllegalArgumentException for a playlist that this engine has not written */
    static SlicedPlaylist of(List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Slice> slices = new ArrayList<>();
        @Nullable String range = null;
        long next = 0;
        for (String line : lines) {
            Matcher map = MAP.matcher(line);
            if (map.matches()) {
                Slice slice = slice(map.group("file"), map.group("range"), 0);
                slices.add(slice);
                text.append("#EXT-X-MAP:URI=\"").append(slice.path()).append("\"\n");
            } else if (line.startsWith(RANGE)) {
                range = line.substring(RANGE.length());
            } else if (!line.startsWith("#") && !line.isBlank()) {
                Matcher segment = SEGMENT.matcher(line);
                if (range == null || !segment.matches()) {
                    throw new IllegalArgumentException("not one of our playlists: " + line);
                }
                Slice slice = slice(segment.group("file"), range, next);
                next = slice.from() + slice.length();
                slices.add(slice);
                text.append(slice.path()).append('\n');
                range = null;
            } else {
                text.append(line).append('\n');
            }
        }
        return new SlicedPlaylist(text.toString(), slices);
    }

    /** @param next where a range begins that does not say so */
    private static Slice slice(String file, String range, long next) {
        Matcher bytes = BYTES.matcher(range);
        if (!bytes.matches()) {
            throw new IllegalArgumentException("not a byte range: " + range);
        }
        OptionalLong from = bytes.group("from") == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(bytes.group("from")));
        return new Slice(file, from.orElse(next), Long.parseLong(bytes.group("length")));
    }
}
