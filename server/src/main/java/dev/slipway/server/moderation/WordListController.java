package dev.slipway.server.moderation;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.moderation.TextCheckReply;
import dev.slipway.model.moderation.TextCheckRequest;
import dev.slipway.model.moderation.WordRequest;
import dev.slipway.model.moderation.WordRules;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the list of words and tries it, for moderators and operators (docs/moderation.md). */
@RestController
@RequestMapping("/api/moderation")
@Tag(name = "moderation", description = "The list of words, for moderators and operators")
class WordListController {
    private final WordListChanges changes;
    private final BannedWords words;

    WordListController(WordListChanges changes, BannedWords words) {
        this.changes = changes;
        this.words = words;
    }

    @Operation(summary = "Puts a word on the list, or gives one that is there another category and severity")
    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @PutMapping("/words/{language}/{word}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(Caller caller, @PathVariable String language, @PathVariable String word, @RequestBody WordRequest row) {
        ListedWord listed = ListedWord.toPut(language, word);
        WordRules.checkCategory(row.category()).ifPresent(wrong -> ListedWord.refuse("category", wrong));
        changes.put(listed, row, caller.account());
    }

    @Operation(summary = "Takes a word from the list")
    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @DeleteMapping("/words/{language}/{word}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String language, @PathVariable String word) {
        changes.delete(ListedWord.existing(language, word), caller.account());
    }

    @Operation(summary = "Says of a word or a phrase that it is never a hit")
    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @PutMapping("/exceptions/{language}/{word}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putException(Caller caller, @PathVariable String language, @PathVariable String word) {
        changes.putException(ListedWord.toPut(language, word), caller.account());
    }

    @Operation(summary = "Takes an exception back")
    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @DeleteMapping("/exceptions/{language}/{word}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteException(Caller caller, @PathVariable String language, @PathVariable String word) {
        changes.deleteException(ListedWord.existing(language, word), caller.account());
    }

    @Operation(
            summary = "What a text comes to by the list of the moment",
            description = "Nothing of it is kept. At most 100000 UTF-16 units; offsets and lengths are in them too.")
    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @PostMapping("/check")
    ResponseEntity<TextCheckReply> check(@RequestBody TextCheckRequest body) {
        requireText(body.text());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TextCheckReply(words.list().in("text", body.text())));
    }

    private static void requireText(String text) {
        if (text.length() > WordRules.MAX_TEXT) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "A text has at most " + WordRules.MAX_TEXT + " UTF-16 units, not " + text.length() + ".");
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST, "The text has half a character in it (an unpaired surrogate).");
        }
    }
}
