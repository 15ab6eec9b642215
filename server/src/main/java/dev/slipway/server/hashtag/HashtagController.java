package dev.slipway.server.hashtag;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.HashtagsReply;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/hashtags}: what to offer whoever writes one. */
@RestController
class HashtagController {
    private static final int MOST = 50;

    /** Letters, digits and underscores: no hashtag has anything else. */
    private static final Pattern BEGINNING = Pattern.compile("[\\p{L}\\p{N}_]*");

    private final HashtagRows rows;

    HashtagController(HashtagRows rows) {
        this.rows = rows;
    }

    @Operation(
            summary = "Hashtags of published videos that begin so, the most used first",
            description = "Capitals make no difference. A prefix is at most 40 characters, limit is 1 to 50.")
    @GetMapping("/api/hashtags")
    HashtagsReply hashtags(
            @RequestParam(defaultValue = "") String prefix, @RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST + ".");
        }
        String asked = Normalizer.normalize(prefix, Normalizer.Form.NFC);
        if (asked.codePointCount(0, asked.length()) > FormRules.MAX_HASHTAG) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "\"prefix\" has at most " + FormRules.MAX_HASHTAG + " characters, as a hashtag has.");
        }
        return new HashtagsReply(BEGINNING.matcher(asked).matches() ? rows.beginningWith(asked, limit) : List.of());
    }
}
