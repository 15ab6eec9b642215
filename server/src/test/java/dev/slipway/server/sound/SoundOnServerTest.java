package dev.slipway.server.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.SoundPiece;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.verification.CheckedSound;
import dev.slipway.server.verification.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real film through the real worker, and what it decoded through a real program. */
@ServerTest
class SoundOnServerTest {
    /** It passes one of the two files, so that both are seen to be asked about, and has doubts about the other. */
    private static final String BODY = """
            if [ -e seen ]; then echo '{"verdict": "pass"}'; exit; fi
            echo > seen
            printf '{"verdict": "review", "reason": "%s of %s bytes"}' "$(head -c 4 "$1")" "$(wc -c < "$1")"
            """;

    private static final int FILM_SECONDS = 24;
    private static final int HEADER_BYTES = 44;

    @TempDir
    static Path programs;

    private final CheckedSound sound;
    private final SoundReview review;
    private final Verifier verifier;
    private final Publications publications;
    private final PublishedFilms films;
    private final Path folder;

    @Autowired
    SoundOnServerTest(ApplicationContext server) {
        this.sound = server.getBean(CheckedSound.class);
        this.review = server.getBean(SoundReview.class);
        this.verifier = server.getBean(Verifier.class);
        this.publications = server.getBean(Publications.class);
        this.films = new PublishedFilms(server);
        this.folder = server.getBean(DataFolder.class).folder("sound");
    }

    @DynamicPropertySource
    static void program(DynamicPropertyRegistry properties) throws IOException {
        Path script = Scripts.script(programs, BODY);
        properties.add("slipway.sound-check", script::toString);
    }

    @Test
    void theProgramHearsTheWholeFilmAndItsDoubtsAreKept() throws Exception {
        Files.deleteIfExists(folder.resolve("seen"));
        PublicationId id = films.publish(Film.made(), new PublicationForm("A ship", "", List.of()), Instant.now());

        assertThat(verifier.verify(publications.find(id).orElseThrow()))
                .hasValueSatisfying(verdict -> assertThat(verdict).isInstanceOf(Verifier.Verdict.Accepted.class));

        assertThat(review.of(id)).isInstanceOfSatisfying(SoundVerdict.Clear.class, clear -> {
            assertThat(clear.doubts()).hasSize(1);
            String doubt = clear.doubts().getFirst();
            assertThat(doubt).matches("The sound of audio-(opus|aac)\\.mp4: RIFF of [0-9]+ bytes");
            long bytes = Long.parseLong(doubt.replaceAll(".* of | bytes", ""));
            assertThat((bytes - HEADER_BYTES) / (double) SoundPiece.BYTES_A_SECOND)
                    .isBetween(FILM_SECONDS - 0.2, FILM_SECONDS + 0.2);
        });
        assertThat(folder).isDirectoryNotContaining("glob:**.wav");
    }

    @Test
    void aWorkerThatTellsOfWhatIsNotThereIsFoundOut() {
        Manifest manifest = Film.made().manifest().manifest();
        byte[] second = new byte[SoundPiece.MOST_BYTES];
        try (CheckedSound.Hearing silent = sound.begin(manifest)) {
            assertThat(silent.isWanted()).isTrue();
            assertThat(silent.fault()).contains("a sound file without any sound");
        }
        try (CheckedSound.Hearing strange = sound.begin(manifest)) {
            strange.take(new SoundPiece("../../etc/cron.d/x", second));
            assertThat(strange.fault()).contains("a piece of sound that nobody can have decoded");
        }
        try (CheckedSound.Hearing large = sound.begin(manifest)) {
            large.take(new SoundPiece("audio-opus.mp4", new byte[SoundPiece.MOST_BYTES + 2]));
            assertThat(large.fault()).contains("a piece of sound that nobody can have decoded");
        }
        try (CheckedSound.Hearing endless = sound.begin(manifest)) {
            for (int i = 0; i < FILM_SECONDS + 10; i++) {
                endless.take(new SoundPiece("audio-opus.mp4", second));
                endless.take(new SoundPiece("audio-aac.mp4", second));
            }
            assertThat(endless.fault()).isEmpty();
            endless.take(new SoundPiece("audio-aac.mp4", second));
            assertThat(endless.fault()).contains("more sound than the film is long");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.wav");
    }
}
