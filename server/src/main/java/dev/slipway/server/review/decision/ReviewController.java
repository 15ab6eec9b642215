package dev.slipway.server.review.decision;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.review.queue.ActLog;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.CaseRows;
import dev.slipway.server.review.queue.ReviewCase;
import dev.slipway.server.review.queue.ReviewQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The queue, for moderators and operators. */
@RestController
@RequestMapping("/api/moderation")
@Tag(
        name = "review",
        description = "What waits for a person; needs a session with the role \"moderator\" or \"operator\"")
class ReviewController {
    private static final int MOST_LISTED = 200;

    private final ReviewQueue queue;
    private final Decisions decisions;
    private final Impartiality impartiality;
    private final CaseRows cases;
    private final CaseViews views;
    private final ActLog acts;

    ReviewController(
            ReviewQueue queue,
            Decisions decisions,
            Impartiality impartiality,
            CaseRows cases,
            CaseViews views,
            ActLog acts) {
        this.queue = queue;
        this.decisions = decisions;
        this.impartiality = impartiality;
        this.cases = cases;
        this.views = views;
        this.acts = acts;
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(
            summary = "A page of cases",
            description =
                    "Open ones oldest first, closed ones newest first; \"after\" is the last case of the page before.")
    @GetMapping("/cases")
    ResponseEntity<CaseReply.Page> list(
            Caller caller,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "60") int limit) {
        UUID reader = caller.account();
        List<ReviewCase> page = page(state, kind(kind), after, checked(limit));
        return unshared(new CaseReply.Page(
                page.stream().map(shown -> views.summary(shown, reader)).toList(), cases.counts()));
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "All that is needed to decide a case")
    @GetMapping("/cases/{case}")
    ResponseEntity<CaseDetails> details(Caller caller, @PathVariable("case") long id) {
        ReviewCase shown = queue.require(id);
        return unshared(views.details(shown, caller.account(), impartiality.isOwn(caller, shown.publication())));
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Takes a case for a while, or for a while longer")
    @PostMapping("/cases/{case}/claim")
    ResponseEntity<CaseReply> claim(Caller caller, @PathVariable("case") long id) {
        impartiality.require(caller, queue.require(id));
        UUID account = caller.account();
        return unshared(views.summary(queue.claim(id, account), account));
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Gives a case back")
    @DeleteMapping("/cases/{case}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Caller caller, @PathVariable("case") long id) {
        queue.release(id, caller.account());
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Decides a case that one has claimed")
    @PostMapping("/cases/{case}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Caller caller, @PathVariable("case") long id, @RequestBody Decision decision) {
        impartiality.require(caller, queue.require(id));
        decisions.decide(id, caller.account(), decision);
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Opens a case by a moderator's own motion, and takes it")
    @PostMapping("/publications/{publication}/cases")
    @ResponseStatus(HttpStatus.CREATED)
    CaseReply open(Caller caller, @PathVariable("publication") PublicationId publication) {
        impartiality.require(caller, publication);
        UUID account = caller.account();
        return views.summary(queue.openFor(publication, account), account);
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Who did what, newest first; nobody can change it")
    @GetMapping("/acts")
    ResponseEntity<ActPage> acts(
            @RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "100") int limit) {
        return unshared(new ActPage(acts.page(after == null ? Long.MAX_VALUE : after, checked(limit))));
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Takes a strike back")
    @DeleteMapping("/strikes/{strike}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawStrike(Caller caller, @PathVariable("strike") long id) {
        impartiality.require(caller, decisions.strike(id).publicationId());
        decisions.withdrawStrike(id, caller.account());
    }

    private List<ReviewCase> page(String state, @Nullable CaseKind kind, @Nullable Long after, int limit) {
        return switch (state) {
            case "open" -> cases.waiting(kind, after == null ? 0 : after, limit);
            case "closed" -> cases.closed(kind, after == null ? Long.MAX_VALUE : after, limit);
            default -> throw new ProblemException(ProblemCode.BAD_REQUEST, "\"state\" is \"open\" or \"closed\".");
        };
    }

    private static @Nullable CaseKind kind(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : CaseKind.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "There is no such kind of case.");
        }
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST_LISTED + ".");
        }
        return limit;
    }

    private static <T> ResponseEntity<T> unshared(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
