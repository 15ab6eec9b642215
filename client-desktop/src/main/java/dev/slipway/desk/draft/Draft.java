package dev.slipway.desk.draft;

import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication in preparation.
 *
 * @param source the creator's own file, which is only read
 * @param facts what is in it, null until it was looked into
 * @param wishes how the files are to be made
 * @param preparation null until it was begun
 */
public record Draft(
        DraftId id,
        Path source,
        Instant createdAt,
        @Nullable MediaFacts facts,
        DraftForm form,
        PrepareOptions wishes,
        @Nullable Preparation preparation) {

    /** Of a file that was just dropped. */
    public static Draft of(Path source, Instant now) {
        return of(source, now, DraftForm.EMPTY);
    }

    /** @param form that it begins with */
    public static Draft of(Path source, Instant now, DraftForm form) {
        return new Draft(DraftId.random(), source, now, null, form, PrepareOptions.DEFAULT, null);
    }
}
