package dev.slipway.media.check;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The simple lossy file format of RFC 9649, section 2.5: one VP8 picture and nothing else. Transparency, animation and
 * colour profiles need the extended format, and show in a browser what a decoder of the picture does not see.
 */
final class PlainWebP {
    private static final int HEADER = 20;
    private static final int CHUNK_HEADER = 8;

    private PlainWebP() {}

    static void check(Artifact artifact, Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        try (InputStream in = Files.newInputStream(file)) {
            header.put(in.readNBytes(HEADER)).flip();
        }
        if (!isPlain(header, artifact.bytes())) {
            throw new Refusal(
                    ProblemCode.CONTAINER_REFUSED,
                    artifact.path(),
                    artifact.path() + " is not the kind of file that its name and role say: a WebP file with one lossy"
                            + " picture, without transparency, animation or anything else. Prepare the video again.",
                    "not the simple lossy format");
        }
    }

    private static boolean isPlain(ByteBuffer header, long bytes) {
        if (header.remaining() < HEADER || !fourCc(header, 0).equals("RIFF")) {
            return false;
        }
        long payload = Integer.toUnsignedLong(header.getInt(16));
        return fourCc(header, 8).equals("WEBP")
                && fourCc(header, 12).equals("VP8 ")
                && Integer.toUnsignedLong(header.getInt(4)) == bytes - CHUNK_HEADER
                && HEADER + payload + (payload & 1) == bytes;
    }

    private static String fourCc(ByteBuffer header, int at) {
        byte[] name = new byte[4];
        header.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
