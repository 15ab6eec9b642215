package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.Violation;
import dev.slipway.server.review.queue.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param text why the decision is wrong */
record AppealRequest(@Nullable String text) {
    private static final int LONGEST = 3_000;

    String checked() {
        List<Violation> wrong = new ArrayList<>();
        Sentences.check("text", text, LONGEST, true).ifPresent(wrong::add);
        Sentences.refuse("appeal", wrong);
        return String.valueOf(text).strip();
    }
}
