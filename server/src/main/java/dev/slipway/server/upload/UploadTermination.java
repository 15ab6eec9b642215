package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.storage.ArtifactStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes an upload that its owner does not want any more and gives its room back. */
@Component
class UploadTermination {
    private final UploadRows rows;
    private final UploadGrants grants;
    private final ArtifactStore store;
    private final TransactionTemplate transactions;

    UploadTermination(UploadRows rows, UploadGrants grants, ArtifactStore store, TransactionTemplate transactions) {
        this.rows = rows;
        this.grants = grants;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * The row goes last: a server that dies in between leaves an upload that can be deleted again, not a file that
     * nobody knows of.
     */
    void terminate(Upload upload) {
        transactions.executeWithoutResult(status -> {
            if (!rows.deleteUnsealed(upload.id())) {
                throw new ProblemException(
                        ProblemCode.WRONG_STATE, "This file is sealed, because all files were declared complete.");
            }
            grants.release(upload.publication(), upload.declared());
            store.delete(upload.key());
        });
    }
}
