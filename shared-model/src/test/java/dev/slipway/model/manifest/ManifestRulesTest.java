package dev.slipway.model.manifest;

import static dev.slipway.model.manifest.Manifests.AUDIO;
import static dev.slipway.model.manifest.Manifests.POSTER;
import static dev.slipway.model.manifest.Manifests.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestRulesTest {

    @Test
    void acceptsAnHonestManifest() {
        assertThat(ManifestRules.check(Manifests.of(VIDEO, AUDIO, POSTER))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../video.mp4",
                "/etc/passwd",
                "a/b.mp4",
                "video.MP4",
                "video.mp4\u0000",
                ".mp4",
                "video.webp",
                "master.m3u8",
                "con\u202Emp4.mp4"
            })
    void aPathIsABareFileNameOfItsRole(String path) {
        Manifest manifest =
                Manifests.withFirst(video -> new Artifact(video.role(), path, 1, video.sha256(), video.media()));

        assertThat(ManifestRules.check(manifest)).extracting(Violation::field).contains("artifacts[0].path");
    }

    @Test
    void namesEveryFieldAtFault() {
        Manifest manifest = Manifests.withFirst(video -> new Artifact(
                video.role(),
                video.path(),
                -1,
                "A".repeat(64),
                ArtifactMedia.video("hevc", 0, 99_999, Manifests.RATE, 0, 0, 1)));

        assertThat(ManifestRules.check(manifest))
                .extracting(Violation::field)
                .contains(
                        "artifacts[0].bytes",
                        "artifacts[0].sha256",
                        "artifacts[0].media.codec",
                        "artifacts[0].media.width",
                        "artifacts[0].media.height",
                        "artifacts[0].media.durationMicros",
                        "artifacts[0].media.frames");
    }

    @Test
    void needsAPictureAndAtMostOnePoster() {
        assertThat(ManifestRules.check(Manifests.of(AUDIO)))
                .extracting(Violation::message)
                .contains("there is no VIDEO");
        assertThat(ManifestRules.check(Manifests.of(VIDEO, POSTER, POSTER)))
                .extracting(Violation::message)
                .contains("there is more than one POSTER", "is there twice");
    }

    @Test
    void soundComesInEightFilesAtMost() {
        List<Artifact> artifacts = new ArrayList<>(Collections.nCopies(8, AUDIO));
        artifacts.add(VIDEO);
        String tooMany = "at most 8 of sound, not 9";
        assertThat(ManifestRules.check(Manifests.of(artifacts.toArray(Artifact[]::new))))
                .extracting(Violation::message)
                .doesNotContain(tooMany);
        artifacts.add(AUDIO);
        assertThat(ManifestRules.check(Manifests.of(artifacts.toArray(Artifact[]::new))))
                .extracting(Violation::message)
                .contains(tooMany);
    }

    @Test
    void aThousandArtifactsAreRefusedWithoutNamingEachOne() {
        Manifest manifest = Manifests.of(Collections.nCopies(1000, VIDEO).toArray(Artifact[]::new));

        assertThat(ManifestRules.check(manifest)).hasSizeLessThan(100);
    }

    @Test
    void membersThatAreMissingInTheJsonAreNamed() {
        SignedManifest parsed =
                SignedManifest.parse("{\"version\":1,\"artifacts\":[{\"bytes\":3}]}".getBytes(StandardCharsets.UTF_8));

        assertThat(ManifestRules.check(parsed.manifest()))
                .extracting(Violation::field)
                .contains("createdAt", "source", "artifacts[0]");
    }
}
