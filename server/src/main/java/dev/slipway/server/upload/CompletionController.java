package dev.slipway.server.upload;

import dev.slipway.model.manifest.ManifestRules;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.CompleteRequest;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/publications/{id}/complete}. Answers 202: verification goes on by itself, the status tells how far. */
@RestController
class CompletionController {
    private final UploadAccess access;
    private final Completion completion;

    CompletionController(UploadAccess access, Completion completion) {
        this.access = access;
        this.completion = completion;
    }

    @SecurityRequirement(name = "grant")
    @PostMapping("/api/publications/{id}/complete")
    ResponseEntity<Void> complete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody CompleteRequest request) {
        PublicationId publication = access.publication(parse(id), authorization).id();
        if (request.uploads().size() > ManifestRules.MAX_ARTIFACTS) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "A publication has at most " + ManifestRules.MAX_ARTIFACTS + " files, and the list names "
                            + request.uploads().size() + ".");
        }
        completion.complete(publication, request.uploads());
        return ResponseEntity.accepted().build();
    }

    private static PublicationId parse(String id) {
        try {
            return PublicationId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no publication at this address.");
        }
    }
}
