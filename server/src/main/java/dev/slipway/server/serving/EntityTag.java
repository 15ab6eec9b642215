package dev.slipway.server.serving;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strong validator (RFC 9110, section 8.8.3). Two servers give the same file the same tag, because it comes from the
 * file's SHA-256.
 *
 * @param header with its quotes, as it stands in an ETag header
 */
record EntityTag(String header) {
    private static final int DIGITS = 32;

    /** @param hex a SHA-256 sum; half of it is ample to tell versions apart */
    static EntityTag ofSha256(String hex) {
        return new EntityTag('"' + hex.substring(0, DIGITS) + '"');
    }

    /** Whether an If-None-Match list names this tag, by weak comparison. */
    boolean isIn(String list) {
        return candidates(list)
                .anyMatch(candidate -> candidate.equals("*") || strip(candidate).equals(header));
    }

    /** Whether an If-Match list names this tag, by strong comparison. */
    boolean isStronglyIn(String list) {
        return candidates(list).anyMatch(candidate -> candidate.equals("*") || candidate.equals(header));
    }

    /** Whether If-Range holds. A date never does: no Last-Modified is ever sent. */
    boolean permitsRange(@Nullable String ifRange) {
        return ifRange == null || ifRange.strip().equals(header);
    }

    /** Our tags hold no comma, so whatever a comma tears apart was not ours. */
    private static Stream<String> candidates(String list) {
        return Arrays.stream(list.split(",")).map(String::strip);
    }

    private static String strip(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
