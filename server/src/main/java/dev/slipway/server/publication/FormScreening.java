package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationStatus;
import java.util.Optional;

/**
 * Looks at the words of a form before anything is offered for it, so that nobody pays for a text that would be refused
 * afterwards. Asked again when the files are there: the rules may have changed.
 */
public interface FormScreening {

    /** Why the words may not be shown; empty when they may. */
    Optional<PublicationStatus.Reason> refusal(PublicationForm form);
}
