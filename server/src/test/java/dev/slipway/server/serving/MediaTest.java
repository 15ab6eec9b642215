package dev.slipway.server.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over real HTTP, against real rows and a real store. */
@ServerTest
class MediaTest {
    private static final String FILE = "video-240-vp9.mp4";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ApplicationContext server;
    private final PublishedFilms films;
    private final Publications publications;
    private final MediaLinks links;
    private final String origin;
    private PublicationId film;

    @Autowired
    MediaTest(ApplicationContext server, Publications publications, MediaLinks links, @LocalServerPort int port) {
        this.server = server;
        this.films = new PublishedFilms(server);
        this.publications = publications;
        this.links = links;
        this.origin = "http://127.0.0.1:" + port;
        this.film = new PublicationId(new UUID(0, 0));
    }

    @BeforeEach
    void publish() throws IOException {
        film = films.publish(
                Film.made(), new PublicationForm("A fractal", "", List.of()), Instant.parse("2026-11-20T10:00:00Z"));
    }

    @AfterEach
    void hangUp() {
        http.close();
    }

    @Test
    void anyRangeGivesThatSliceOfTheFile() throws Exception {
        byte[] whole = Film.made().bytes(FILE);
        Random random = new Random(20261121);
        for (int i = 0; i < 60; i++) {
            int first = random.nextInt(whole.length);
            int last = first + random.nextInt(whole.length - first);
            HttpResponse<byte[]> part = get(link(FILE), "Range", "bytes=" + first + "-" + last);
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("Content-Range"))
                    .contains("bytes " + first + "-" + last + "/" + whole.length);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, last + 1));
        }
    }

    @Test
    void aRangeNeedsNoIndex() throws Exception {
        JdbcClient database = server.getBean(JdbcClient.class);
        int ruined = database.sql("UPDATE stored_artifact SET track_index = '{}' WHERE publication_id = :film")
                .param("film", film.uuid())
                .update();
        assertThat(ruined).isPositive();

        assertThat(get(link(FILE), "Range", "bytes=0-0").statusCode())
                .as("the index is not even read")
                .isEqualTo(206);
    }

    @Test
    void openAndSuffixRangesGiveTheEnd() throws Exception {
        byte[] whole = Film.made().bytes(FILE);
        byte[] end = Arrays.copyOfRange(whole, whole.length - 1000, whole.length);
        assertThat(get(link(FILE), "Range", "bytes=-1000").body()).isEqualTo(end);
        assertThat(get(link(FILE), "Range", "bytes=" + (whole.length - 1000) + "-")
                        .body())
                .isEqualTo(end);
    }

    @Test
    void severalRangesAtOnceGiveTheWholeFile() throws Exception {
        HttpResponse<byte[]> reply = get(link(FILE), "Range", "bytes=0-1,5-6");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(Film.made().bytes(FILE));
    }

    @Test
    void aRangeBeyondTheEndSaysHowLongTheFileIs() throws Exception {
        int length = Film.made().bytes(FILE).length;
        HttpResponse<byte[]> reply = get(link(FILE), "Range", "bytes=" + length + "-");
        assertThat(reply.statusCode()).isEqualTo(416);
        assertThat(reply.headers().firstValue("Content-Range")).contains("bytes */" + length);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aClientThatHasTheFileGetsNoBytes() throws Exception {
        String tag = get(link(FILE)).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        HttpResponse<byte[]> again = get(link(FILE), "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void headTellsWhatGetWouldSendAndSendsNothing() throws Exception {
        HttpResponse<byte[]> head = http.send(
                HttpRequest.newBuilder(URI.create(origin + link(FILE))).HEAD().build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> get = get(link(FILE));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Length", "Content-Type", "ETag", "Accept-Ranges", "Cache-Control")) {
            assertThat(head.headers().firstValue(header))
                    .as(header)
                    .isPresent()
                    .isEqualTo(get.headers().firstValue(header));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "video-480-vp9.mp4, video/mp4",
        "audio-opus.mp4, audio/mp4",
        "preview.webm, video/webm",
        "poster.webp, image/webp",
        "subtitles-en.vtt, text/vtt"
    })
    void everyFileHasItsTypeAndIsNeverGuessedAt(String path, String type) throws Exception {
        HttpResponse<byte[]> reply = get(link(path));
        assertThat(reply.body()).isEqualTo(Film.made().bytes(path));
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void theMasterPlaylistLeadsToPlaylistsAndTheseToTheirFiles() throws Exception {
        URI master = URI.create(origin + links.masterPlaylist(film));
        HttpResponse<String> reply = text(master);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/vnd.apple.mpegurl");
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(reply.body()).contains("vp09.", "avc1.", "RESOLUTION=854x480", "TYPE=SUBTITLES");
        List<URI> playlists = reply.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(master::resolve)
                .toList();
        assertThat(playlists).hasSize(3);
        for (URI playlist : playlists) {
            String media = text(playlist).body();
            String file = media.lines()
                    .filter(line -> !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow();
            HttpResponse<byte[]> start = get(playlist.resolve(file).getPath(), "Range", "bytes=4-7");
            assertThat(new String(start.body(), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("ftyp");
        }
    }

    @Test
    void theDashManifestAndTheThumbnailTrackAreWrittenToo() throws Exception {
        HttpResponse<String> dash = text(URI.create(origin + "/media/" + film + "/manifest.mpd"));
        assertThat(dash.headers().firstValue("Content-Type")).contains("application/dash+xml");
        assertThat(dash.body()).contains("<MPD", "video-480-vp9.mp4");
        HttpResponse<String> thumbnails = text(URI.create(origin + links.thumbnails(film)));
        assertThat(thumbnails.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/vtt");
        assertThat(thumbnails.body()).startsWith("WEBVTT").contains("thumbnails.webp#xywh=160,0,160,90");
    }

    @Test
    void heldMediaVanishesWithTheChangeAndReturnsWithTheNext() throws Exception {
        List<String> addresses = List.of(link(FILE), links.masterPlaylist(film), links.thumbnails(film));
        publications.changeContent(film, ContentState.HELD, null);
        for (String address : addresses) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
        publications.changeContent(film, ContentState.PUBLISHED, null);
        for (String address : addresses) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void takenDownMediaIsGone() throws Exception {
        publications.changeContent(film, ContentState.TAKEN_DOWN, null);
        assertThat(get(link(FILE)).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherPublicationsTokenOpensNothing() throws Exception {
        PublicationId other = films.publish(
                Film.made(), new PublicationForm("Another", "", List.of()), Instant.parse("2026-11-20T10:00:00Z"));
        String swapped = links.file(other, FILE).replace(other.toString(), film.toString());
        assertThat(get(swapped).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "..%2F..%2Fpublication",
        "%2E%2E",
        "manifest.json",
        "video-240-vp9.mp4%00.webp",
        "video-240-vp9.mp4.m3u8.m3u8",
        ".m3u8",
        "poster.webp.m3u8",
        "VIDEO-240-VP9.MP4"
    })
    void aNameThatIsNotAnArtifactsFindsNothing(String name) throws Exception {
        String folder = link(FILE).substring(0, link(FILE).length() - FILE.length());
        int status = get(folder + name).statusCode();
        assertThat(status).isIn(400, 404);
    }

    @Test
    void aProblemIsToldInWordsAndWithItsCode() throws Exception {
        HttpResponse<String> reply = text(URI.create(origin + "/media/" + UUID.randomUUID() + "/master.m3u8"));
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body()).contains("\"not-found\"");
    }

    @Test
    void addressesInAPageAreUnguessable() {
        assertThat(link(FILE)).matches(Pattern.compile("/media/[A-Za-z0-9_-]{34}/" + film + "/" + FILE));
    }

    private String link(String path) {
        return links.file(film, path);
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> text(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
