package dev.slipway.media.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes boxes inside MP4 files (ISO/IEC 14496-12, section 4.2), so that those around them keep the right sizes. */
public final class Boxes {
    private static final int HEADER = 8;

    private Boxes() {}

    /**
     * @param path names from the outermost box to the one that is changed
     * @param which of the boxes on the way, by their whole bytes, are meant
     * @param change makes a box's new content of its old one, headers left out
     */
    public static byte[] changed(
            byte[] boxes, List<String> path, Predicate<byte[]> which, UnaryOperator<byte[]> change) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        for (int at = 0; at + HEADER <= boxes.length; ) {
            int size = ByteBuffer.wrap(boxes).getInt(at);
            byte[] content = Arrays.copyOfRange(boxes, at + HEADER, at + size);
            String name = new String(boxes, at + HEADER / 2, HEADER / 2, US_ASCII);
            if (name.equals(path.getFirst()) && which.test(content)) {
                content = path.size() == 1
                        ? change.apply(content)
                        : changed(content, path.subList(1, path.size()), all -> true, change);
            }
            result.writeBytes(box(name, content));
            at += size;
        }
        return result.toByteArray();
    }

    public static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(HEADER + content.length)
                .put(name.getBytes(US_ASCII))
                .put(content)
                .array();
    }

    /** Whether four letters, such as a handler's or a box's, are anywhere in it. */
    public static Predicate<byte[]> holding(String letters) {
        return bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains(letters);
    }
}
