package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationStatus;
import java.util.List;

/** What is owed back of a publication's payment, or was returned; implemented where refunds are worked out. */
public interface RefundProgress {

    /** One entry for each coin and token, the chain's own coin first; empty where nothing is owed or was returned. */
    List<PublicationStatus.Refund> of(Publication publication);
}
