package dev.slipway.server.review.queue;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.text.PlainText;
import dev.slipway.server.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write here: lines of plain text. */
public final class Sentences {
    private Sentences() {}

    /** @param longest in code points */
    public static Optional<Violation> check(String field, @Nullable String text, int longest, boolean isNeeded) {
        if (text == null || text.isBlank()) {
            return isNeeded ? Optional.of(new Violation(field, "say it in words")) : Optional.empty();
        }
        if (PlainText.length(text) > longest) {
            return Optional.of(new Violation(
                    field, "has " + PlainText.length(text) + " characters; at most " + longest + " are possible"));
        }
        return PlainText.isLines(text) && PlainText.isSeen(text)
                ? Optional.empty()
                : Optional.of(new Violation(field, "holds characters that nobody can see"));
    }

    /** Of a name or an address. */
    public static Optional<Violation> checkLine(String field, @Nullable String text, int longest, boolean isNeeded) {
        return check(field, text, longest, isNeeded)
                .or(() -> text == null || PlainText.isOneLine(text)
                        ? Optional.empty()
                        : Optional.of(new Violation(field, "is one line")));
    }

    /** @throws ProblemException {@code invalid-form} where anything is wrong */
    public static void refuse(String what, List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            Violation first = wrong.getFirst();
            throw new ProblemException(
                    ProblemCode.INVALID_FORM,
                    "This " + what + " cannot be taken: " + first.field() + " " + first.message() + ".",
                    wrong);
        }
    }
}
