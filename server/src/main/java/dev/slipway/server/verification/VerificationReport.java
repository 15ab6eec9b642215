package dev.slipway.server.verification;

import dev.slipway.model.publication.PublicationId;
import java.util.List;

/** What was checked of a publication, in sentences for its page. */
public interface VerificationReport {

    /** Empty until the publication's files passed. */
    List<String> of(PublicationId publication);
}
