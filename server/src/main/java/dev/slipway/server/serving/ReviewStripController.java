package dev.slipway.server.serving;

import dev.slipway.model.profile.Avatar;
import dev.slipway.server.picture.ReviewStrips;
import dev.slipway.server.publication.Publication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures that this server took of a film, at moments that its author could not foresee; for its moderator alone. */
@RestController
@RequestMapping(ReviewStripController.FOLDER)
@Tag(name = "media")
class ReviewStripController {
    static final String FOLDER = MediaLinks.ROOT + "/strips";

    private final PublishedMedia published;
    private final ReviewStrips strips;

    ReviewStripController(PublishedMedia published, ReviewStrips strips) {
        this.published = published;
        this.strips = strips;
    }

    @Operation(
            summary = "One picture that this server took of a film, for its moderator",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = Avatar.MEDIA_TYPE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/{token}/{id}/{number}", produces = Avatar.MEDIA_TYPE)
    ResponseEntity<byte[]> picture(@PathVariable String token, @PathVariable String id, @PathVariable int number) {
        Publication publication = published.requireForReview(id, token);
        byte[] webp = strips.picture(publication.id(), number).orElseThrow(PublishedMedia::nothingHere);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(Avatar.MEDIA_TYPE))
                .body(webp);
    }
}
