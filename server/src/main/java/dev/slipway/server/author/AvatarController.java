package dev.slipway.server.author;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.upload.UploadAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/publications/{id}/avatar}: the picture that the signed form names, whole and in one go. */
@RestController
class AvatarController {
    private final UploadAccess access;
    private final ArrivedAvatars avatars;

    AvatarController(UploadAccess access, ArrivedAvatars avatars) {
        this.access = access;
        this.avatars = avatars;
    }

    @Operation(
            summary = "Bring the author's picture",
            description = "Exactly the bytes whose size and SHA-256 the signed form's profile names. May be repeated.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = Avatar.MEDIA_TYPE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @SecurityRequirement(name = "grant")
    @PutMapping(path = "/api/publications/{id}/avatar", consumes = Avatar.MEDIA_TYPE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        Publication publication = access.publication(id, authorization);
        Avatar signed = awaited(publication);
        UploadAccess.requireOpen(publication);
        byte[] webp = body(request, signed.bytes());
        if (!Hex.plain(Sha256.of(webp)).equals(signed.sha256())) {
            throw new ProblemException(
                    ProblemCode.HASH_DIFFERS,
                    "This is not the picture that was signed: its content is another. Send the one that was.");
        }
        avatars.keep(id, webp);
    }

    private static Avatar awaited(Publication publication) {
        if (publication.form().profileOrEmpty().incognito()) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "The author of this publication wishes to stay unnamed, so no picture is taken. Go on without.");
        }
        return ArrivedAvatars.awaited(publication)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "The signed form of this publication names no picture. Go on without."));
    }

    /** Reads no further than what was signed, which the rules of profiles keep small. */
    private static byte[] body(HttpServletRequest request, int signed) {
        long announced = request.getContentLengthLong();
        if (announced >= 0 && announced != signed) {
            throw sizeDiffers(signed, announced + "");
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(signed + 1);
        } catch (IOException cut) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_INCOMPLETE, "The connection ended before the picture did. Send it again.");
        }
        if (body.length != signed) {
            throw sizeDiffers(signed, body.length > signed ? "more" : body.length + "");
        }
        return body;
    }

    private static ProblemException sizeDiffers(int signed, String sent) {
        return new ProblemException(
                ProblemCode.SIZE_DIFFERS,
                "The signed form says that the picture has " + signed + " bytes, and " + sent
                        + " were sent. Send the picture that was signed.");
    }
}
