package dev.slipway.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.check.CheckVerdict;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.media.review.StripPicture;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.verification.ArtifactCheck.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An author's picture on its way through the real engine's worker, beside a real film. */
@ServerTest
class AvatarCheckTest {
    /** One file of the film is enough of a publication here. */
    private static final String RUNG = "video-240-vp9.mp4";

    private final ArtifactCheck check;

    @Autowired
    AvatarCheckTest(ArtifactCheck check) {
        this.check = check;
    }

    @Test
    void thePictureComesBackMadeAnew() throws Exception {
        byte[] uploaded = Film.made().avatar();

        assertThat(run(uploaded)).isInstanceOfSatisfying(Outcome.Passed.class, passed -> {
            String made = new String(passed.avatar().orElseThrow(), StandardCharsets.ISO_8859_1);
            assertThat(made).startsWith("RIFF").contains("WEBPVP8 ");
        });
    }

    @Test
    void whatIsNoPictureCostsThePublicationWithAReasonInWords() {
        assertThat(run("<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.CONTAINER_REFUSED);
                    assertThat(refused.message()).contains("author's picture").endsWith("with none.");
                });
    }

    @Test
    void aWorkerThatSaysWhatNoneOfOursSaysHasDied() {
        StripPicture page =
                new StripPicture(0, Base64.getEncoder().encodeToString("<script>".getBytes(StandardCharsets.US_ASCII)));
        CheckVerdict.Accepted verdict =
                new CheckVerdict.Accepted(List.of(), Map.of(), null, new ReviewMaterial(List.of(), List.of(page)));
        assertThat(EngineCheck.passed(verdict))
                .isInstanceOfSatisfying(
                        Outcome.Died.class, died -> assertThat(died.code()).isEqualTo(ProblemCode.ENGINE_CRASHED));
    }

    private Outcome run(byte[] avatar) {
        Film film = Film.made();
        Manifest whole = film.manifest().manifest();
        List<Artifact> rung = whole.artifacts().stream()
                .filter(artifact -> artifact.path().equals(RUNG))
                .toList();
        Manifest manifest = new Manifest(whole.version(), whole.createdAt(), whole.source(), whole.protection(), rung);
        ArtifactCheck.Request request = new ArtifactCheck.Request(
                Map.of(RUNG, film.folder().resolve(RUNG)),
                Json.STRICT.writeValueAsBytes(manifest),
                Optional.of(avatar),
                Duration.ofMinutes(5));
        return check.run(request, new Hush());
    }
}
