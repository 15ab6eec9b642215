package dev.slipway.server.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a request's body into pieces that are made durable together: full ones from a fast connection, what arrived
 * within a while from a slow one. A cut connection loses nothing: what came before the cut is a piece of its own, and
 * the failure is told when the next one is asked for. The buffer grows with what arrives. For one thread.
 */
final class BodyPieces {
    private static final int FIRST_BUFFER_BYTES = 64 * 1024;

    private final InputStream body;
    private final UploadLimits limits;
    private final InstantSource clock;
    private byte[] buffer;
    private @Nullable IOException cut;

    BodyPieces(InputStream body, UploadLimits limits, InstantSource clock) {
        this.body = body;
        this.limits = limits;
        this.clock = clock;
        this.buffer = new byte[Math.min(FIRST_BUFFER_BYTES, limits.piece())];
    }

    /** A part of the body in memory; valid until the next one is read. */
    record Piece(byte[] buffer, int length) {
        ByteArrayInputStream stream() {
            return new ByteArrayInputStream(buffer, 0, length);
        }

        boolean isEnd() {
            return length == 0;
        }
    }

    /**
     * @param most bytes that may still come
     * @throws IOException when the connection failed before anything more arrived
     */
    Piece next(long most) throws IOException {
        if (cut != null) {
            throw cut;
        }
        int bound = (int) Math.min(most, limits.piece());
        int filled = 0;
        Instant due = clock.instant().plus(limits.pieceTime());
        try {
            while (filled < bound && (filled == 0 || clock.instant().isBefore(due))) {
                growWhenFull(filled);
                int read = body.read(buffer, filled, Math.min(bound, buffer.length) - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
            }
        } catch (IOException e) {
            if (filled == 0) {
                throw e;
            }
            cut = e;
        }
        return new Piece(buffer, filled);
    }

    /** Whether there is more than was declared. */
    boolean hasMore() throws IOException {
        if (cut != null) {
            throw cut;
        }
        return body.read() >= 0;
    }

    private void growWhenFull(int filled) {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, limits.piece()));
        }
    }
}
