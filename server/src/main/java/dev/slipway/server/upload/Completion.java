package dev.slipway.server.upload;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.SealedArtifact;
import dev.slipway.server.storage.SealedArtifacts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** All files have arrived: seals them and hands the publication on to verification, in one transaction. */
@Component
class Completion {
    private static final int MOST_NAMED = 5;

    private final Publications publications;
    private final UploadRows rows;
    private final ArtifactStore store;
    private final SealedArtifacts sealed;
    private final OtherFiles others;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Completion(
            Publications publications,
            UploadRows rows,
            ArtifactStore store,
            SealedArtifacts sealed,
            OtherFiles others,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.publications = publications;
        this.rows = rows;
        this.store = store;
        this.sealed = sealed;
        this.others = others;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does nothing when it was done before. */
    void complete(PublicationId id, List<String> uploadIds) {
        transactions.executeWithoutResult(status -> {
            List<Upload> uploads = rows.lock(id);
            Publication publication = publications.find(id).orElseThrow();
            if (isDone(publication.content())) {
                return;
            }
            UploadAccess.requireOpen(publication);
            requireSame(uploads, uploadIds);
            seal(publication, requireWhole(publication, uploads));
        });
    }

    private static boolean isDone(ContentState content) {
        return switch (content) {
            case VERIFYING, MODERATING, READY, PUBLISHED, HELD, REJECTED, TAKEN_DOWN -> true;
            case DRAFT, UPLOADING, CANCELLED, EXPIRED, DELETED -> false;
        };
    }

    private static void requireSame(List<Upload> uploads, List<String> named) {
        Set<String> own = uploads.stream().map(Upload::id).collect(Collectors.toSet());
        for (String id : named) {
            if (!own.remove(id)) {
                throw new ProblemException(
                        ProblemCode.UPLOAD_NOT_FOUND,
                        "The list names an upload twice, or one that is not of this publication.");
            }
        }
        if (!own.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_INCOMPLETE,
                    "This publication has " + uploads.size() + " uploads, and the list names " + named.size() + ".");
        }
    }

    /** Each artifact with its upload. */
    private Map<Artifact, Upload> requireWhole(Publication publication, List<Upload> uploads) {
        Map<String, Upload> byPath = uploads.stream().collect(Collectors.toMap(Upload::path, Function.identity()));
        List<Artifact> artifacts = publication.manifest().manifest().artifacts();
        List<Violation> missing = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            Upload upload = byPath.get(artifact.path());
            if (upload == null || !upload.isWhole()) {
                long received = upload == null ? 0 : upload.received();
                missing.add(new Violation(artifact.path(), received + " of " + artifact.bytes() + " bytes are here"));
            }
        }
        missing.addAll(others.missing(publication));
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_INCOMPLETE,
                    "Not everything has arrived whole. Upload the rest first: " + names(missing) + ".",
                    missing);
        }
        return artifacts.stream().collect(Collectors.toMap(Function.identity(), a -> byPath.get(a.path())));
    }

    private static String names(List<Violation> missing) {
        String first = missing.stream().limit(MOST_NAMED).map(Violation::field).collect(Collectors.joining(", "));
        return missing.size() > MOST_NAMED ? first + " and " + (missing.size() - MOST_NAMED) + " more" : first;
    }

    /** Sealing a file is no part of the transaction; when that fails, sealing it again is harmless. */
    private void seal(Publication publication, Map<Artifact, Upload> files) {
        files.values().forEach(upload -> store.seal(upload.key()));
        rows.seal(publication.id(), clock.instant());
        sealed.record(
                publication.id(),
                files.entrySet().stream()
                        .map(file -> new SealedArtifact(
                                file.getKey(), file.getValue().key()))
                        .toList());
        publications.changeContent(publication.id(), ContentState.VERIFYING, null);
    }
}
