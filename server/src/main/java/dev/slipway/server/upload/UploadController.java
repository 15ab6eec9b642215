package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.upload.UploadAccess.Granted;
import dev.slipway.server.upload.UploadReceiver.Body;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * tus 1.0.0 with the extensions creation, termination and expiration. Clients that cannot send PATCH or DELETE send
 * POST with X-HTTP-Method-Override.
 */
@RestController
@RequestMapping(UploadAddress.PATH)
class UploadController {
    private final UploadAccess access;
    private final UploadCreation creation;
    private final UploadReceiver receiver;
    private final UploadTermination termination;
    private final UploadAddress address;
    private final UploadLimits limits;
    private final UploadOwners owners;

    UploadController(
            UploadAccess access,
            UploadCreation creation,
            UploadReceiver receiver,
            UploadTermination termination,
            UploadAddress address,
            UploadLimits limits,
            UploadOwners owners) {
        this.access = access;
        this.creation = creation;
        this.receiver = receiver;
        this.termination = termination;
        this.address = address;
        this.limits = limits;
        this.owners = owners;
    }

    @RequestMapping(
            path = {"", "/{id}"},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> describe() {
        return ResponseEntity.noContent()
                .header(Tus.SUPPORTED_VERSIONS, Tus.VERSION)
                .header(Tus.SUPPORTED_EXTENSIONS, Tus.EXTENSIONS)
                .header(Tus.MAX_SIZE, Long.toString(limits.largest()))
                .build();
    }

    @SecurityRequirement(name = "grant")
    @RequestMapping(method = RequestMethod.POST)
    ResponseEntity<Void> create(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = Tus.LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = Tus.DEFER_LENGTH, required = false) @Nullable String deferred,
            @RequestHeader(name = Tus.METADATA, required = false) @Nullable String metadata,
            HttpServletRequest request) {
        if (deferred != null) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST, "The length is known from the manifest; " + Tus.LENGTH + " is needed.");
        }
        UploadMetadata named = UploadMetadata.parse(metadata == null ? "" : metadata);
        Publication publication = access.publication(named.publication(), authorization);
        UploadAccess.requireOpen(publication);
        Upload upload = creation.create(publication, owners.of(publication, request), named, declared(length));
        return ResponseEntity.created(URI.create(address.of(upload)))
                .header(Tus.EXPIRES, expiry(upload))
                .build();
    }

    private long declared(@Nullable String header) {
        long length = Tus.number(Tus.LENGTH, header);
        if (length > limits.largest()) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE, "A file has at most " + limits.largest() + " bytes here.");
        }
        return length;
    }

    @SecurityRequirement(name = "grant")
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> tell(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Upload upload = access.upload(id, authorization).upload();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(Tus.OFFSET, Long.toString(receiver.durable(upload)))
                .header(Tus.LENGTH, Long.toString(upload.declared()))
                .header(Tus.METADATA, upload.metadata())
                .header(Tus.EXPIRES, expiry(upload))
                .build();
    }

    @SecurityRequirement(name = "grant")
    @RequestMapping(path = "/{id}", method = RequestMethod.PATCH)
    ResponseEntity<Void> patch(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = Tus.OFFSET, required = false) @Nullable String offset,
            HttpServletRequest request)
            throws IOException {
        Granted granted = access.upload(id, authorization);
        UploadAccess.requireOpen(granted.publication());
        if (!Tus.CONTENT_TYPE.equals(request.getContentType())) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body of a PATCH is " + Tus.CONTENT_TYPE + ".");
        }
        long at = Tus.number(Tus.OFFSET, offset);
        Body body = new Body(request.getInputStream(), request.getContentLengthLong());
        long reached = receiver.receive(granted.upload(), at, body);
        return ResponseEntity.noContent()
                .header(Tus.OFFSET, Long.toString(reached))
                .header(Tus.EXPIRES, expiry(granted.upload()))
                .build();
    }

    @SecurityRequirement(name = "grant")
    @RequestMapping(path = "/{id}", method = RequestMethod.DELETE)
    ResponseEntity<Void> delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        termination.terminate(access.upload(id, authorization).upload());
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @SecurityRequirement(name = "grant")
    @RequestMapping(path = "/{id}", method = RequestMethod.POST, headers = Tus.METHOD_OVERRIDE + "=PATCH")
    ResponseEntity<Void> patchByPost(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = Tus.OFFSET, required = false) @Nullable String offset,
            HttpServletRequest request)
            throws IOException {
        return patch(id, authorization, offset, request);
    }

    @SecurityRequirement(name = "grant")
    @RequestMapping(path = "/{id}", method = RequestMethod.POST, headers = Tus.METHOD_OVERRIDE + "=DELETE")
    ResponseEntity<Void> deleteByPost(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return delete(id, authorization);
    }

    /** The moment from which it may be swept, if its publication is not alive by then (RFC 9110, 5.6.7). */
    private String expiry(Upload upload) {
        Instant expiry = upload.lastActivityAt().plus(limits.idle());
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(expiry.atOffset(ZoneOffset.UTC));
    }
}
