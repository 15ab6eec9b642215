package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.PaymentHint;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Draft, signature, payment hint and status of a publication (docs/protocol.md). */
@RestController
@RequestMapping("/api/publications")
class PublicationController {
    private static final int MOST_LISTED = 100;

    private final Drafts drafts;
    private final DraftClients clients;
    private final AuthorSignatures signatures;
    private final Publications publications;
    private final StatusView view;
    private final ApplicationEventPublisher events;

    PublicationController(
            Drafts drafts,
            DraftClients clients,
            AuthorSignatures signatures,
            Publications publications,
            StatusView view,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.clients = clients;
        this.signatures = signatures;
        this.publications = publications;
        this.view = view;
        this.events = events;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DraftReply draft(@RequestBody DraftRequest draft, HttpServletRequest request) {
        return drafts.create(draft, clients.of(request));
    }

    @PutMapping("/{id}/signature")
    SignatureReply sign(@PathVariable PublicationId id, @RequestBody SignatureRequest request) {
        return signatures.accept(id, request);
    }

    @SecurityRequirement(name = "grant")
    @PostMapping("/{id}/payment")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void hint(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody PaymentHint hint) {
        Bytes32 reference = view.authorized(id, authorization).reference();
        if (reference == null) {
            throw new ProblemException(ProblemCode.WRONG_STATE, "This publication has not been signed yet.");
        }
        events.publishEvent(new PaymentHinted(reference, hint.transactionHash()));
    }

    @SecurityRequirement(name = "")
    @SecurityRequirement(name = "grant")
    @GetMapping("/{id}")
    PublicationStatus status(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return publications
                .find(id)
                .map(view.viewFor(id, authorization))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no publication " + id + "."));
    }

    /** Newest first, and only what people may come across. */
    @GetMapping
    List<PublicationStatus> published(@RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST_LISTED + ".");
        }
        return publications.listed(limit).stream().map(view::publicly).toList();
    }
}
