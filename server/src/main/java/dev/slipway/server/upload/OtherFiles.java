package dev.slipway.server.upload;

import dev.slipway.model.problem.Violation;
import dev.slipway.server.publication.Publication;
import java.util.List;

/** Files that belong to a publication and do not come over tus; implemented where they are taken. */
public interface OtherFiles {

    /** One for each that has still to arrive, named as its author knows it. */
    List<Violation> missing(Publication publication);
}
