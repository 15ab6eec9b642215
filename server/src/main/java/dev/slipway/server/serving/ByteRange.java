package dev.slipway.server.serving;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Range header asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /** No range, or one that may be ignored: another unit, broken syntax, several ranges at once. */
    record Whole() implements ByteRange {}

    /** Both ends counted from 0 and inclusive. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** A well-formed range that lies outside the file. */
    record Unsatisfiable() implements ByteRange {}

    Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \\t]*(\\d*)-(\\d*)[ \\t]*");

    /** Several ranges are answered with the whole file, as section 14.2 allows: no player sends them. */
    static ByteRange parse(@Nullable String header, long fileLength) {
        Matcher range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return new Whole();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(position(last), fileLength);
        }
        return between(position(first), last.isEmpty() ? Long.MAX_VALUE : position(last), fileLength);
    }

    private static ByteRange suffix(long count, long fileLength) {
        if (count == 0 || fileLength == 0) {
            return new Unsatisfiable();
        }
        return new Part(Math.max(0, fileLength - count), fileLength - 1);
    }

    private static ByteRange between(long first, long last, long fileLength) {
        if (first > last) {
            return new Whole();
        }
        return first >= fileLength ? new Unsatisfiable() : new Part(first, Math.min(last, fileLength - 1));
    }

    /** Digits beyond 64 bits stand for a position that no file reaches. */
    private static long position(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }
}
