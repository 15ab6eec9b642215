package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.OffsetConflict;
import dev.slipway.server.storage.StorageFullException;
import dev.slipway.server.upload.UploadLeases.Lease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the body of a PATCH to an upload. The offset that a client is told is durable: the bytes are synced before
 * the row that counts them is committed, so after a crash the file is at worst longer than the row, and is cut.
 */
@Component
class UploadReceiver {
    private static final Logger log = LoggerFactory.getLogger(UploadReceiver.class);

    private final UploadLeases leases;
    private final ArtifactStore store;
    private final InstantSource clock;
    private final UploadLimits limits;
    private final UploadWriters writers;

    UploadReceiver(UploadLeases leases, ArtifactStore store, InstantSource clock, UploadLimits limits) {
        this.leases = leases;
        this.store = store;
        this.clock = clock;
        this.limits = limits;
        this.writers = new UploadWriters(limits);
    }

    /** @param announced Content-Length, −1 where the body tells only at its end */
    record Body(InputStream bytes, long announced) {}

    /**
     * Blocks until the body has ended.
     *
     * @param offset where the client thinks that the upload stands
     * @return where it stands now
     */
    long receive(Upload upload, long offset, Body body) {
        writers.enter(upload.publication());
        try {
            Lease lease = leases.take(upload.id()).orElseThrow(UploadReceiver::locked);
            try {
                return write(upload, lease, offset, body);
            } finally {
                leases.release(lease);
            }
        } catch (StorageFullException e) {
            log.warn("Upload {} stopped: {}", upload.id(), e.getMessage());
            throw new ProblemException(
                    ProblemCode.STORAGE_FULL, "The server's storage is full. What arrived is kept; try again later.");
        } catch (OffsetConflict e) {
            throw mismatch(e.getMessage() + "");
        } finally {
            writers.leave(upload.publication());
        }
    }

    /** The offset to tell a client that wants to go on. */
    long durable(Upload upload) {
        return Math.min(upload.received(), store.length(upload.key()));
    }

    private long write(Upload upload, Lease lease, long offset, Body body) {
        long at = reconcile(upload, lease);
        if (at != offset) {
            throw mismatch("This upload stands at " + at + ", not at " + offset + ". Ask with HEAD and go on from"
                    + " there.");
        }
        if (body.announced() > upload.declared() - at) {
            throw tooLong(upload);
        }
        BodyPieces pieces = new BodyPieces(body.bytes(), limits, clock);
        try {
            while (at < upload.declared()) {
                BodyPieces.Piece piece = pieces.next(upload.declared() - at);
                if (piece.isEnd()) {
                    return at;
                }
                at = keep(upload, lease, piece);
            }
            if (pieces.hasMore()) {
                throw tooLong(upload);
            }
            return at;
        } catch (IOException e) {
            log.debug("Upload {} was cut at {}: {}", upload.id(), at, e.getMessage());
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "The connection ended within the body. " + at + " bytes are kept; go on from there.");
        }
    }

    /** What a crash left behind: the file is never taken to be longer than the row, nor the row than the file. */
    private long reconcile(Upload upload, Lease lease) {
        return leases.change(lease, received -> {
                    long length = store.length(upload.key());
                    if (length > received) {
                        store.cut(upload.key(), received);
                    }
                    return Math.min(length, received);
                })
                .orElseThrow(UploadReceiver::locked);
    }

    private long keep(Upload upload, Lease lease, BodyPieces.Piece piece) {
        return leases.change(lease, received -> append(upload, received, piece)).orElseThrow(UploadReceiver::locked);
    }

    private long append(Upload upload, long received, BodyPieces.Piece piece) {
        try {
            return store.append(upload.key(), received, piece.stream(), piece.length());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    private static ProblemException tooLong(Upload upload) {
        return new ProblemException(
                ProblemCode.PAYLOAD_TOO_LARGE,
                "This upload was declared with " + upload.declared() + " bytes, and more were sent.");
    }

    private static ProblemException locked() {
        return new ProblemException(
                ProblemCode.UPLOAD_LOCKED,
                "Another connection is writing to this upload. If it was yours and is dead, try again in some"
                        + " seconds.");
    }

    private static ProblemException mismatch(String detail) {
        return new ProblemException(ProblemCode.UPLOAD_MISMATCH, detail);
    }
}
