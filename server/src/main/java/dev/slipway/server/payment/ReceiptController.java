package dev.slipway.server.payment;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.ReceiptReply;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.Callers;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What was paid for a publication, signed by the operator's key. */
@RestController
class ReceiptController {
    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Publications publications;
    private final Receipts receipts;

    ReceiptController(Callers callers, Publications publications, Receipts receipts) {
        this.callers = callers;
        this.publications = publications;
        this.receipts = receipts;
    }

    /** For who holds the publication's grant, for its author, signed in, and for the operator. */
    @SecurityRequirement(name = "grant")
    @SecurityRequirement(name = "session")
    @GetMapping("/api/publications/{id}/receipt")
    ResponseEntity<ReceiptReply> receipt(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(receipts.of(authorized(id, authorization)));
    }

    private Publication authorized(PublicationId id, @Nullable String authorization) {
        Optional<Caller> caller = callers.find(authorization);
        if (caller.isPresent()) {
            return publications
                    .find(id)
                    .filter(publication -> maySee(caller.get(), publication))
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.FORBIDDEN, "This is not a publication of the wallet that you signed in with."));
        }
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new ProblemException(
                    ProblemCode.UNAUTHORIZED,
                    "Sign in, or send \"Authorization: Bearer\" and the publication's grant.");
        }
        return publications.authorized(id, authorization.substring(BEARER.length()));
    }

    private static boolean maySee(Caller caller, Publication publication) {
        return caller.is(AccountRole.OPERATOR) || caller.wallets().contains(publication.author());
    }
}
