package dev.slipway.desk.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmDoorTest {
    private final OkHttpClient http = new OkHttpClient();

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatThePlaylistsNameIsGivenOutByteByByte() throws IOException {
        write();
        try (FilmDoor door = FilmDoor.open(FinishedFilm.in(folder).orElseThrow(), new SecureRandom())) {
            assertThat(text(door.link())).contains("picture.m3u8").doesNotContain("sound.m3u8");
            URI picture = door.link().resolve("picture.m3u8");
            assertThat(text(picture)).contains("video-240-h264.mp4/4-3.mp4").doesNotContain("BYTERANGE");
            assertThat(text(picture.resolve("video-240-h264.mp4/0-4.mp4"))).isEqualTo("init");
            assertThat(text(picture.resolve("video-240-h264.mp4/4-3.mp4"))).isEqualTo("one");
            assertThat(text(picture.resolve("video-240-h264.mp4/7-3.mp4"))).isEqualTo("two");
        }
    }

    @Test
    void nothingElseIs() throws IOException {
        write();
        Files.writeString(folder.resolve("secret.txt"), "secret");
        try (FilmDoor door = FilmDoor.open(FinishedFilm.in(folder).orElseThrow(), new SecureRandom())) {
            URI link = door.link();
            assertThat(status(link.resolve("secret.txt"))).isEqualTo(404);
            assertThat(status(link.resolve("video-240-h264.mp4/0-10.mp4"))).isEqualTo(404);
            assertThat(status(link.resolve("/film.m3u8"))).isEqualTo(404);
            assertThat(status(link.resolve("/" + "0".repeat(32) + "/film.m3u8")))
                    .isEqualTo(404);
            Request rebound = request(link)
                    .header("Host", "evil.example:" + link.getPort())
                    .build();
            assertThat(status(rebound)).isEqualTo(404);
            assertThat(status(
                            request(link).post(RequestBody.create(new byte[0])).build()))
                    .isEqualTo(405);
        }
    }

    @Test
    void aFileThatBecameShorterIsNotFilledUp() throws IOException {
        write();
        FinishedFilm film = FinishedFilm.in(folder).orElseThrow();
        Files.writeString(folder.resolve("video-240-h264.mp4"), "init");
        try (FilmDoor door = FilmDoor.open(film, new SecureRandom())) {
            assertThat(status(door.link().resolve("video-240-h264.mp4/4-3.mp4")))
                    .isEqualTo(410);
        }
    }

    @Test
    void whereNoSuchVersionWasMadeThereIsNone() throws IOException {
        assertThat(FinishedFilm.in(folder)).isEmpty();
        Files.createDirectories(folder.resolve("hls"));
        Files.writeString(folder.resolve("hls/video-480-vp9.m3u8"), "#EXTM3U\n");
        assertThat(FinishedFilm.in(folder)).isEmpty();
    }

    private void write() throws IOException {
        Files.createDirectories(folder.resolve("hls"));
        Files.writeString(folder.resolve("hls/video-240-h264.m3u8"), """
                #EXTM3U
                #EXT-X-MAP:URI="../video-240-h264.mp4",BYTERANGE="4@0"
                #EXTINF:4.000000,
                #EXT-X-BYTERANGE:3@4
                ../video-240-h264.mp4
                #EXTINF:4.000000,
                #EXT-X-BYTERANGE:3@7
                ../video-240-h264.mp4
                #EXT-X-ENDLIST
                """);
        Files.write(folder.resolve("video-240-h264.mp4"), "initonetwo".getBytes(StandardCharsets.UTF_8));
    }

    private static Request.Builder request(URI link) {
        return new Request.Builder().url(Objects.requireNonNull(link).toString());
    }

    private int status(URI link) throws IOException {
        return status(request(link).build());
    }

    private int status(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
    }

    private String text(URI link) throws IOException {
        try (Response response = http.newCall(request(link).build()).execute()) {
            assertThat(response.code()).as(link.toString()).isEqualTo(200);
            return response.body().string();
        }
    }
}
