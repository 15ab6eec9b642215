package dev.slipway.server.serving;

import dev.slipway.model.profile.Avatar;
import dev.slipway.server.author.Authors;
import dev.slipway.server.author.AvatarImage;
import dev.slipway.server.publication.Publication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Authors' pictures. Their addresses name a publication and never a wallet, so nobody can ask whether a wallet publishes
 * here, nor which pictures belong to whom beyond what the pages show.
 */
@RestController
@RequestMapping(AvatarImageController.FOLDER)
@Tag(name = "media")
class AvatarImageController {
    static final String FOLDER = MediaLinks.ROOT + "/authors";
    static final String NAME = "avatar";

    private final PublishedMedia published;
    private final Authors authors;

    AvatarImageController(PublishedMedia published, Authors authors) {
        this.published = published;
        this.authors = authors;
    }

    /** Asked for anew each time, and answered with 304: what is taken down, or made unnamed, is gone at once. */
    @Operation(
            summary = "The picture of a published video's author",
            description = "Not found where the author has none, or wishes to stay unnamed with this video.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = Avatar.MEDIA_TYPE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/{id}/" + NAME, produces = Avatar.MEDIA_TYPE)
    ResponseEntity<byte[]> avatar(@PathVariable String id, HttpServletResponse response) {
        Publication publication = published.require(id);
        AvatarImage avatar = authors.avatar(publication).orElseThrow(PublishedMedia::nothingHere);
        SearchEngines.tell(publication.form().access(), response);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(EntityTag.ofSha256(avatar.sha256()).header())
                .contentType(MediaType.parseMediaType(Avatar.MEDIA_TYPE))
                .body(avatar.webp());
    }

    /** Of a publication that may not be shown yet. */
    @Operation(
            summary = "The picture that came with a video, for its moderator",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = Avatar.MEDIA_TYPE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/{token}/{id}/" + NAME, produces = Avatar.MEDIA_TYPE)
    ResponseEntity<byte[]> submitted(@PathVariable String token, @PathVariable String id) {
        Publication publication = published.requireForReview(id, token);
        AvatarImage avatar = authors.submitted(publication).orElseThrow(PublishedMedia::nothingHere);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(Avatar.MEDIA_TYPE))
                .body(avatar.webp());
    }
}
