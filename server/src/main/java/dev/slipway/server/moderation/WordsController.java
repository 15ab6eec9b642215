package dev.slipway.server.moderation;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.moderation.WordList;
import dev.slipway.model.moderation.WordListReply;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/moderation/words}. The list is no secret: a refusal names the word that it is for. */
@RestController
class WordsController {
    /** Half of a SHA-256 is ample to tell one list from the next. */
    private static final int TAG_DIGITS = 32;

    private final BannedWords words;

    WordsController(BannedWords words) {
        this.words = words;
    }

    @Operation(
            summary = "The words that no text here may hold",
            description = "Compared as dev.slipway.model.moderation.WordList does. Ask again with If-None-Match.")
    @GetMapping("/api/moderation/words")
    ResponseEntity<WordListReply> words() {
        WordList kept = words.list();
        WordListReply list = new WordListReply(kept.words(), kept.exceptions());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag(list))
                .body(list);
    }

    /** Of what is told and not of a time, so that all servers give the same list the same tag. */
    private static String tag(WordListReply list) {
        return Hex.plain(Sha256.of(Json.STRICT.writeValueAsBytes(list))).substring(0, TAG_DIGITS);
    }
}
