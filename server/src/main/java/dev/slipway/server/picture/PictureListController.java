package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;
import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The list of blocked pictures, for moderators and operators (docs/moderation.md). Others are told nothing of it. */
@RestController
@RequestMapping("/api/moderation/pictures")
@Tag(name = "pictures", description = "The list of blocked pictures, for moderators and operators")
class PictureListController {
    static final int MAX_BYTES = 16 << 20;

    private static final String CSV = "text/csv";
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/-]{0,59}");

    private final BlockedPictures pictures;
    private final PictureListChanges changes;

    PictureListController(BlockedPictures pictures, PictureListChanges changes) {
        this.pictures = pictures;
        this.changes = changes;
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(
            summary = "Puts pictures on the list, by their PDQ hashes",
            description = "Lines of hash[,quality][,reason]. Nothing is added unless each line is one. At most 16 MiB.",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
                            }))
    @PostMapping(consumes = {CSV, MediaType.TEXT_PLAIN_VALUE})
    PictureListReply put(
            Caller caller, @RequestParam(defaultValue = "upload") String source, HttpServletRequest request) {
        requireSource(source);
        PictureListText.Read list = PictureListText.read(body(request));
        if (!list.faults().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_FORM,
                    "The list has lines that cannot be read, first " + faulty(list.faults()) + ". Nothing was added.",
                    list.faults());
        }
        long total = changes.put(list.pictures(), source, caller.account());
        long compared =
                list.pictures().stream().filter(BlockedPicture::isCompared).count();
        return new PictureListReply(
                list.pictures().size(), (int) (list.pictures().size() - compared), total);
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "The list, as it can be put on another server's")
    @GetMapping(produces = CSV)
    ResponseEntity<byte[]> list() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pictures.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(PictureListText.write(pictures.all()).getBytes(StandardCharsets.UTF_8));
    }

    @SignedIn({AccountRole.MODERATOR, AccountRole.OPERATOR})
    @Operation(summary = "Takes a picture from the list")
    @DeleteMapping("/{hash}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String hash) {
        changes.delete(existing(hash), caller.account());
    }

    private static PdqHash existing(String hash) {
        try {
            return PdqHash.parse(hash);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such picture on the list.");
        }
    }

    private static void requireSource(String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw new ProblemException(
                    ProblemCode.INVALID_FORM,
                    "The list's source cannot be kept.",
                    List.of(new Violation("source", "has up to 60 letters, digits and . _ : / - and spaces")));
        }
    }

    private static String faulty(List<Violation> faults) {
        return faults.getFirst().field() + ": " + faults.getFirst().message();
    }

    private static String body(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ProblemException(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "A list has at most " + MAX_BYTES + " bytes. Send it in several parts.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "The list is not UTF-8 text.");
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_INCOMPLETE, "The connection ended before the list did. Send it again.");
        }
    }
}
