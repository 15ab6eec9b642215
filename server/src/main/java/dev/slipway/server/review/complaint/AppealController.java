package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.identity.Callers;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.queue.Act;
import dev.slipway.server.review.queue.ActLog;
import dev.slipway.server.review.queue.CaseRows;
import dev.slipway.server.review.queue.ReviewCase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an author is told of decisions, and says against them: with the publication's grant, or signed in. */
@RestController
@RequestMapping("/api/publications")
@Tag(name = "complaints")
class AppealController {
    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Publications publications;
    private final Complaints complaints;
    private final CaseRows cases;
    private final ActLog acts;

    AppealController(Callers callers, Publications publications, Complaints complaints, CaseRows cases, ActLog acts) {
        this.callers = callers;
        this.publications = publications;
        this.complaints = complaints;
        this.cases = cases;
        this.acts = acts;
    }

    @SecurityRequirement(name = "grant")
    @SecurityRequirement(name = "session")
    @Operation(summary = "What was decided about a publication, oldest first, and whether its author may appeal")
    @GetMapping("/{id}/decisions")
    ResponseEntity<DecisionsReply> decisions(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Publication publication = requireAuthor(id, authorization);
        Map<Long, ReviewCase> known =
                cases.of(id).stream().collect(Collectors.toMap(ReviewCase::id, Function.identity()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new DecisionsReply(
                        acts.of(id).stream()
                                .filter(act -> act.action().isDecision())
                                .map(act -> statement(act, known.get(act.caseId())))
                                .toList(),
                        complaints.mayAppeal(publication)));
    }

    @SecurityRequirement(name = "grant")
    @SecurityRequirement(name = "session")
    @Operation(summary = "Asks a person to look at the last decision again; once against each")
    @PostMapping("/{id}/appeal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void appeal(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody AppealRequest appeal) {
        requireAuthor(id, authorization);
        complaints.appeal(id, appeal.checked());
    }

    @SecurityRequirement(name = "grant")
    @SecurityRequirement(name = "session")
    @Operation(summary = "Answers the notice because of which a video was taken down")
    @PostMapping("/{id}/counter-notice")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void counterNotice(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody CounterNoticeRequest answer) {
        requireAuthor(id, authorization);
        complaints.counterNotice(id, answer.checked());
    }

    private static DecisionsReply.Statement statement(Act act, @Nullable ReviewCase about) {
        return new DecisionsReply.Statement(
                act.at(),
                act.action(),
                act.category(),
                act.message(),
                act.automatic(),
                about == null ? null : about.kind());
    }

    private Publication requireAuthor(PublicationId id, @Nullable String authorization) {
        Optional<Publication> own = callers.find(authorization)
                .flatMap(caller -> publications
                        .find(id)
                        .filter(publication -> caller.wallets().contains(publication.author())));
        return own.orElseGet(() -> publications.authorized(id, grant(authorization)));
    }

    private static String grant(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new ProblemException(
                    ProblemCode.UNAUTHORIZED,
                    "This is for the author: send \"Authorization: Bearer\" and the publication's grant, or sign in.");
        }
        return authorization.substring(BEARER.length());
    }
}
