package dev.slipway.server.upload;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.ObjectKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens uploads: one for each artifact of the signed manifest, of exactly its length, within what was paid for. */
@Component
class UploadCreation {
    private static final int ID_BYTES = 16;

    private final UploadRows rows;
    private final UploadGrants grants;
    private final ArtifactStore store;
    private final TransactionTemplate transactions;
    private final SecureRandom random;
    private final InstantSource clock;
    private final UploadLimits limits;

    UploadCreation(
            UploadRows rows,
            UploadGrants grants,
            ArtifactStore store,
            TransactionTemplate transactions,
            SecureRandom random,
            InstantSource clock,
            UploadLimits limits) {
        this.rows = rows;
        this.grants = grants;
        this.store = store;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
        this.limits = limits;
    }

    /** The artifact's upload: a new one, or the one that it has already, for a client that lost the first answer. */
    Upload create(Publication publication, UploadMetadata metadata, long length) {
        Artifact artifact = artifact(publication, metadata.path());
        if (length != artifact.bytes()) {
            throw new ProblemException(
                    ProblemCode.SIZE_DIFFERS,
                    "The signed manifest says that " + artifact.path() + " has " + artifact.bytes()
                            + " bytes, and Upload-Length says " + length + ".");
        }
        return rows.find(publication.id(), artifact.path()).orElseGet(() -> open(publication, artifact, metadata));
    }

    private static Artifact artifact(Publication publication, String path) {
        return publication.manifest().manifest().artifacts().stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UPLOAD_REFUSED,
                        "The signed manifest of this publication names no such file. Only its files may be uploaded."));
    }

    private Upload open(Publication publication, Artifact artifact, UploadMetadata metadata) {
        requireRoom(publication.id(), artifact.bytes());
        String suffix = artifact.path().substring(artifact.path().lastIndexOf('.'));
        ObjectKey key = store.create(publication.id(), suffix);
        Upload upload = new Upload(
                randomId(),
                publication.id(),
                artifact.path(),
                metadata.header(),
                artifact.bytes(),
                0,
                key,
                clock.instant());
        if (insert(upload, publication.terms().uploadBytes())) {
            return upload;
        }
        return rows.find(publication.id(), artifact.path())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.CONFLICT, "This upload was deleted at the same moment. Create it again."));
    }

    /** False when somebody else was quicker. The file stays only when the row does. */
    private boolean insert(Upload upload, long limit) {
        boolean inserted = false;
        try {
            inserted = Boolean.TRUE.equals(transactions.execute(status -> reserve(upload, limit)));
            return inserted;
        } finally {
            if (!inserted) {
                store.delete(upload.key());
            }
        }
    }

    private boolean reserve(Upload upload, long limit) {
        if (!rows.insert(upload)) {
            return false;
        }
        if (!grants.reserve(upload.publication(), limit, upload.declared())) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_REFUSED,
                    "The terms of this publication pay for " + limit
                            + " bytes, and this file does not fit in any more.");
        }
        return true;
    }

    /** Refuses early what would fail later. Two at the same moment may both pass: each piece is checked again. */
    private void requireRoom(PublicationId publication, long bytes) {
        if (!store.space().hasRoomFor(bytes)) {
            throw new ProblemException(
                    ProblemCode.STORAGE_FULL, "The server's storage has no room for this file. Try again later.");
        }
        if (rows.unfinished(publication) >= limits.unfinishedPerPublication()
                || rows.unfinished() >= limits.unfinishedInAll()) {
            throw new ProblemException(
                    ProblemCode.QUOTA_EXCEEDED,
                    "Too many uploads are unfinished. Finish or delete some, or try again later.");
        }
    }

    private String randomId() {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
