package dev.slipway.server.upload;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
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
    private final UploadQuotas quotas;

    UploadCreation(
            UploadRows rows,
            UploadGrants grants,
            ArtifactStore store,
            TransactionTemplate transactions,
            SecureRandom random,
            InstantSource clock,
            UploadQuotas quotas) {
        this.rows = rows;
        this.grants = grants;
        this.store = store;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
        this.quotas = quotas;
    }

    /** The artifact's upload: a new one, or the one that it has already, for a client that lost the first answer. */
    Upload create(Publication publication, UploadOwner owner, UploadMetadata metadata, long length) {
        Artifact artifact = artifact(publication, metadata.path());
        if (length != artifact.bytes()) {
            throw new ProblemException(
                    ProblemCode.SIZE_DIFFERS,
                    "The signed manifest says that " + artifact.path() + " has " + artifact.bytes()
                            + " bytes, and Upload-Length says " + length + ".");
        }
        return rows.find(publication.id(), artifact.path())
                .orElseGet(() -> open(publication, owner, artifact, metadata));
    }

    private static Artifact artifact(Publication publication, String path) {
        return publication.manifest().manifest().artifacts().stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UPLOAD_REFUSED,
                        "The signed manifest of this publication names no such file. Only its files may be uploaded."));
    }

    private Upload open(Publication publication, UploadOwner owner, Artifact artifact, UploadMetadata metadata) {
        // Before a file is made for what would be refused. Two at the same moment may both pass here, and one below.
        quotas.require(publication.id(), owner, artifact.bytes());
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
        if (insert(upload, owner, publication.terms().uploadBytes())) {
            return upload;
        }
        return rows.find(publication.id(), artifact.path())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.CONFLICT, "This upload was deleted at the same moment. Create it again."));
    }

    /** False when somebody else was quicker. The file stays only when the row does. */
    private boolean insert(Upload upload, UploadOwner owner, long limit) {
        boolean inserted = false;
        try {
            inserted = Boolean.TRUE.equals(transactions.execute(status -> reserve(upload, owner, limit)));
            return inserted;
        } finally {
            if (!inserted) {
                store.delete(upload.key());
            }
        }
    }

    private boolean reserve(Upload upload, UploadOwner owner, long limit) {
        quotas.hold();
        if (!rows.insert(upload, owner)) {
            return false;
        }
        quotas.require(upload.publication(), owner, 0);
        if (!grants.reserve(upload.publication(), limit, upload.declared())) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_REFUSED,
                    "The terms of this publication pay for " + limit
                            + " bytes, and this file does not fit in any more.");
        }
        return true;
    }

    private String randomId() {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
