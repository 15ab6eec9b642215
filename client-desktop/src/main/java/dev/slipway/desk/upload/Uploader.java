package dev.slipway.desk.upload;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.server.ServerProblem;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import okhttp3.OkHttpClient;

/**
 * Uploads one publication's files, each in pieces, going on from what the server says has arrived. A broken
 * connection, a restart of the server or another connection's lock is waited out as long as bytes keep arriving now
 * and then.
 */
public final class Uploader {
    private static final long PIECE = 16 << 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final TusClient tus;
    private final PublicationId publication;
    private final CancelSignal cancel;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long no byte may arrive until the upload is given up */
    public Uploader(
            OkHttpClient http,
            ServerOrigin server,
            Grant grant,
            CancelSignal cancel,
            InstantSource clock,
            Duration patience) {
        this.tus = new TusClient(http, server, grant.token());
        this.publication = grant.publication();
        this.cancel = cancel;
        this.clock = clock;
        this.patience = patience;
    }

    /** The right to upload one publication's files. */
    public record Grant(PublicationId publication, String token) {
        @Override
        public String toString() {
            return "Grant[" + publication + ", token hidden]";
        }
    }

    /** The address of the artifact's upload, made now or before. */
    public URI create(String path, long bytes) {
        return persistently(() -> tus.create(publication, path, bytes), new Persistence());
    }

    /**
     * Brings the file's missing bytes to its upload.
     *
     * @param arrived hears the file's position as bytes leave
     */
    public void upload(URI upload, Path file, long bytes, LongConsumer arrived) {
        Persistence persistence = new Persistence();
        long offset = persistently(() -> tus.offset(upload), persistence);
        persistence.reached(offset);
        while (offset < bytes) {
            long from = offset;
            long length = Math.min(PIECE, bytes - from);
            offset = persistently(() -> piece(upload, file, from, length, arrived, persistence), persistence);
        }
        if (offset > bytes) {
            throw new DeskException(
                    ProblemCode.UPLOAD_MISMATCH,
                    "The server has more bytes of " + file.getFileName() + " than the file. It cannot be the same.");
        }
        arrived.accept(bytes);
    }

    /** Sends one piece; after a failure asks first how far the last try came. */
    private long piece(URI upload, Path file, long from, long length, LongConsumer arrived, Persistence persistence)
            throws IOException {
        if (persistence.failed) {
            long now = tus.offset(upload);
            persistence.failed = false;
            if (now != from) {
                persistence.reached(now);
                return now;
            }
        }
        long offset = tus.patch(upload, from, new FilePiece(file, from, length, arrived));
        persistence.reached(offset);
        if (offset <= from) {
            throw new IOException("the server took nothing of what was sent");
        }
        return offset;
    }

    private <T> T persistently(Attempt<T> attempt, Persistence persistence) {
        while (true) {
            cancel.throwIfCancelled();
            try {
                return attempt.run();
            } catch (IOException e) {
                cancel.throwIfCancelled();
                persistence.pauseOrThrow(new DeskException(
                        ProblemCode.SERVER_UNREACHABLE,
                        "The upload broke off (" + e.getMessage()
                                + "). What arrived is kept: run the same command again.",
                        e));
            } catch (ServerProblem e) {
                if (!e.isTransient() && e.code() != ProblemCode.UPLOAD_MISMATCH) {
                    throw e;
                }
                persistence.pauseOrThrow(e);
            }
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws IOException;
    }

    /** How long no new byte has arrived, and how long to wait before the next try. */
    private final class Persistence {
        private Instant lastProgress = clock.instant();
        private Duration pause = FIRST_PAUSE;
        private long highest = -1;
        private boolean failed;

        /** Only bytes that had not arrived before are progress: a server that loses them again and again gets no more. */
        void reached(long offset) {
            if (offset > highest) {
                highest = offset;
                lastProgress = clock.instant();
                pause = FIRST_PAUSE;
                failed = false;
            } else if (isOver()) {
                throw new DeskException(
                        ProblemCode.SERVER_UNREACHABLE,
                        "The server keeps no more of the upload than " + highest
                                + " bytes, however often they are sent."
                                + " Ask its operator whether its disk is full, then run the same command again.");
            }
        }

        void pauseOrThrow(DeskException reason) {
            failed = true;
            if (isOver()) {
                throw reason;
            }
            Duration wished = reason instanceof ServerProblem problem
                    ? problem.retryAfter().orElse(pause)
                    : pause;
            cancel.pause(wished.compareTo(pause) > 0 ? wished : pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }

        private boolean isOver() {
            return clock.instant().isAfter(lastProgress.plus(patience));
        }
    }
}
