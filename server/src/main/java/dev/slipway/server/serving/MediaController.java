package dev.slipway.server.serving;

import dev.slipway.server.access.AccessPolicy;
import dev.slipway.server.publication.Publication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /media}: GET and HEAD. */
@RestController
@RequestMapping(MediaLinks.ROOT)
@Tag(name = "media", description = "Playlists and files of published videos")
class MediaController {
    private final PublishedMedia published;
    private final AccessPolicy policy;
    private final PlaylistWriter playlists;
    private final FileSender files;
    private final MediaTokens tokens;

    MediaController(
            PublishedMedia published,
            AccessPolicy policy,
            PlaylistWriter playlists,
            FileSender files,
            MediaTokens tokens) {
        this.published = published;
        this.policy = policy;
        this.playlists = playlists;
        this.files = files;
        this.tokens = tokens;
    }

    @Operation(
            summary = "The HLS master playlist or the DASH manifest of a published video",
            description = "A lasting address. The addresses in it carry a token and last for 12 to 18 hours.")
    @GetMapping("/{id}/{name:master\\.m3u8|manifest\\.mpd}")
    void playlist(@PathVariable String id, @PathVariable String name, HttpServletResponse response) throws IOException {
        Publication publication = published.require(id);
        String token = tokens.mint(publication.id(), policy.viewer());
        UnaryOperator<String> folder = path -> "../" + token + "/" + publication.id() + "/" + path;
        PlaylistWriter.Playlist playlist =
                playlists.write(publication, name, folder).orElseThrow(PublishedMedia::nothingHere);
        send(playlist, publication, response);
    }

    @Operation(
            summary = "A file, or a playlist made for it",
            description = "Answers Range, If-Range, If-None-Match and HEAD (RFC 9110). Addresses come from playlists.")
    @GetMapping("/{token}/{id}/{name}")
    void file(
            @PathVariable String token,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (PlaylistWriter.mayWrite(name)) {
            Publication publication = published.require(id, token);
            Optional<PlaylistWriter.Playlist> playlist = playlists.write(publication, name, UnaryOperator.identity());
            if (playlist.isPresent()) {
                send(playlist.get(), publication, response);
                return;
            }
        }
        PublishedMedia.Shown shown = published.file(id, token, name);
        SearchEngines.tell(shown.level(), response);
        files.send(shown, request, response);
    }

    /** Playlists are written anew for every request: what they name may be gone, and their tokens age. */
    private static void send(PlaylistWriter.Playlist playlist, Publication publication, HttpServletResponse response)
            throws IOException {
        SearchEngines.tell(publication.form().access(), response);
        byte[] text = playlist.text().getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setContentType(playlist.type().toString());
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
