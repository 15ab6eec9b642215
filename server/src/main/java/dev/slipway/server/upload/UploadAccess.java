package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may touch which upload. A stranger cannot tell an upload of somebody else from one that does not exist. */
@Component
public class UploadAccess {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String SCHEME = "Bearer ";

    private final Publications publications;
    private final UploadRows rows;

    UploadAccess(Publications publications, UploadRows rows) {
        this.publications = publications;
        this.rows = rows;
    }

    /** An upload, and its publication as the grant's owner may see it. */
    record Granted(Upload upload, Publication publication) {}

    /**
     * The publication that the header's grant is for.
     *
     * @throws ProblemException {@code unauthorized} unless the grant is the publication's
     */
    public Publication publication(PublicationId id, @Nullable String authorization) {
        return publications.authorized(id, grant(authorization));
    }

    /** @throws ProblemException {@code upload-not-found} unless it exists and the grant is its publication's */
    Granted upload(String id, @Nullable String authorization) {
        String grant = grant(authorization);
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        Upload upload = rows.find(id).orElseThrow(UploadAccess::notFound);
        try {
            return new Granted(upload, publications.authorized(upload.publication(), grant));
        } catch (ProblemException e) {
            throw e.code() == ProblemCode.UNAUTHORIZED ? notFound() : e;
        }
    }

    /** @throws ProblemException unless files may arrive for it at this point */
    public static void requireOpen(Publication publication) {
        switch (publication.content()) {
            case UPLOADING -> {}
            case DRAFT ->
                throw new ProblemException(
                        ProblemCode.PAYMENT_REQUIRED,
                        "The payment of this publication is in no block yet. Uploads open as soon as it is.");
            default ->
                throw new ProblemException(
                        ProblemCode.WRONG_STATE,
                        "This publication is " + publication.content().text() + ": it takes no more files.");
        }
    }

    private static String grant(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new ProblemException(
                    ProblemCode.UNAUTHORIZED,
                    "Send the grant that came with the signature, as \"Authorization: Bearer GRANT\".");
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.UPLOAD_NOT_FOUND, "There is no upload at this address for this grant.");
    }
}
