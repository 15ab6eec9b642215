package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.Violation;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.review.queue.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer reports.
 *
 * @param text what is wrong, and where
 * @param contact where the viewer can be reached, if they wish
 */
record ReportRequest(
        Rule category, @Nullable String text, @Nullable String contact) {
    private static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_CONTACT = 200;

    ReportRequest {
        Objects.requireNonNull(category, "a report names a category");
    }

    ComplaintRows.Words checked() {
        List<Violation> wrong = new ArrayList<>();
        Sentences.check("text", text, LONGEST_TEXT, false).ifPresent(wrong::add);
        Sentences.checkLine("contact", contact, LONGEST_CONTACT, false).ifPresent(wrong::add);
        Sentences.refuse("report", wrong);
        return new ComplaintRows.Words(category, text == null ? "" : text.strip(), null, contact);
    }
}
