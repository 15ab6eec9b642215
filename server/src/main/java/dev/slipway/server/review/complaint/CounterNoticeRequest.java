package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.Violation;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.review.queue.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The author's answer to a notice: what 17 U.S.C. § 512(g)(3) asks for.
 *
 * @param mistake that they believe that it was taken down by mistake
 */
record CounterNoticeRequest(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String statement,
        boolean mistake) {

    ComplaintRows.Words checked() {
        List<Violation> wrong = new ArrayList<>();
        Sentences.checkLine("name", name, RightsNotice.LONGEST_NAME, true).ifPresent(wrong::add);
        Sentences.checkLine("contact", contact, ReportRequest.LONGEST_CONTACT, true)
                .ifPresent(wrong::add);
        Sentences.check("statement", statement, RightsNotice.LONGEST_STATEMENT, true)
                .ifPresent(wrong::add);
        if (!mistake) {
            wrong.add(new Violation("mistake", "has to be said"));
        }
        Sentences.refuse("counter-notice", wrong);
        return new ComplaintRows.Words(Rule.OTHER, String.valueOf(statement), name, contact);
    }
}
