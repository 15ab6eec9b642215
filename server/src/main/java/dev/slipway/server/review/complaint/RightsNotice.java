package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.Violation;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.review.queue.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a publication breaks a right: what 17 U.S.C. § 512(c)(3) and article 16 of Regulation (EU) 2022/2065
 * ask for.
 *
 * @param category {@code copyright}, {@code privacy} or {@code illegal}
 * @param name of who says so
 * @param contact where they can be reached
 * @param work whose right it is, and where the original is
 * @param statement why it is broken
 * @param goodFaith that they believe so in good faith
 * @param accurate that what they say is accurate, and that they may say it
 */
record RightsNotice(
        Rule category,
        @Nullable String name,
        @Nullable String contact,
        @Nullable String work,
        @Nullable String statement,
        boolean goodFaith,
        boolean accurate) {
    private static final Set<Rule> OF_RIGHTS = EnumSet.of(Rule.COPYRIGHT, Rule.PRIVACY, Rule.ILLEGAL);
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORK = 1_000;
    static final int LONGEST_STATEMENT = 3_000;

    RightsNotice {
        Objects.requireNonNull(category, "a notice names a category");
    }

    ComplaintRows.Words checked() {
        List<Violation> wrong = new ArrayList<>();
        if (!OF_RIGHTS.contains(category)) {
            wrong.add(new Violation("category", "is copyright, privacy or illegal; report what else there is"));
        }
        Sentences.checkLine("name", name, LONGEST_NAME, true).ifPresent(wrong::add);
        Sentences.checkLine("contact", contact, ReportRequest.LONGEST_CONTACT, true)
                .ifPresent(wrong::add);
        Sentences.check("work", work, LONGEST_WORK, true).ifPresent(wrong::add);
        Sentences.check("statement", statement, LONGEST_STATEMENT, true).ifPresent(wrong::add);
        if (!goodFaith) {
            wrong.add(new Violation("goodFaith", "has to be said"));
        }
        if (!accurate) {
            wrong.add(new Violation("accurate", "has to be said"));
        }
        Sentences.refuse("notice", wrong);
        return new ComplaintRows.Words(category, work + "\n\n" + statement, name, contact);
    }
}
