package dev.slipway.media.prepare;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.model.encoding.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key of unfinished work: everything that the bytes of a chunk depend on. */
final class Fingerprint {
    /** Raised whenever the encoders' settings or the pipeline change what comes out. */
    private static final int PIPELINE_VERSION = 17;

    private static final int SAMPLES = 64;
    private static final int SAMPLE_BYTES = 16 * 1024;

    private Fingerprint() {}

    /**
     * @param settings what the pictures' bytes depend on beside the plan
     * @param build the FFmpeg libraries' own name for themselves
     * @param seed of the pictures' protection, where there is one
     */
    static String of(Path source, Plan plan, String settings, String build, @Nullable ProtectionSeed seed)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        addSamples(source, digest);
        String rest =
                "%d|%s|%s|%s|%s".formatted(PIPELINE_VERSION, build, plan, seed == null ? "" : seed.hex(), settings);
        digest.update(rest.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The key of a source alone. */
    static String of(Path source) throws IOException {
        MessageDigest digest = Sha256.digest();
        addSamples(source, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The size and 64 pieces spread over the file: reading tens of gigabytes twice would cost more than it protects. */
    private static void addSamples(Path source, MessageDigest digest) throws IOException {
        try (FileChannel channel = FileChannel.open(source)) {
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            for (int sample = 0; sample < SAMPLES; sample++) {
                ByteBuffer piece = ByteBuffer.allocate(SAMPLE_BYTES);
                channel.read(piece, Math.max(0, size - SAMPLE_BYTES) / (SAMPLES - 1) * sample);
                digest.update(piece.flip());
            }
        }
    }
}
