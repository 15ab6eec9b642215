package dev.slipway.media.check;

import dev.slipway.media.avatar.AvatarPicture;
import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.media.classifier.PictureClassifier;
import dev.slipway.media.classifier.PictureScore;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.review.PictureSampler;
import dev.slipway.media.review.PictureSource;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.WebP;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.ManifestRules;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Checks one publication: every file's bytes, then the boxes of the tracks, then pictures and sound. The cheap checks
 * come first, so that a lie is found before much is decoded. Runs in a worker; the files are hostile.
 */
public final class PublicationCheck {
    private static final int STEPS_A_FILE = 3;
    private static final String AVATAR = "profile.avatar";

    private final CheckRequest request;
    private final Manifest manifest;
    private final RandomGenerator random;
    private final CheckRun run;
    private final Map<String, TrackIndex> indexes = new LinkedHashMap<>();
    private final List<String> checks = new ArrayList<>();

    private PublicationCheck(CheckRequest request, Manifest manifest, RandomGenerator random, CheckRun run) {
        this.request = request;
        this.manifest = manifest;
        this.random = random;
        this.run = run;
    }

    /**
     * @param random chooses the moments that are compared; has to be unpredictable for the author
     * @throws IOException when a file cannot be read, which says nothing about its content
     */
    public static CheckVerdict check(
            CheckRequest request, ProgressListener listener, Cancellation cancellation, RandomGenerator random)
            throws IOException {
        try {
            Manifest manifest = manifest(request);
            CheckRun run =
                    new CheckRun(listener, cancellation, manifest.artifacts().size() * STEPS_A_FILE);
            return new PublicationCheck(request, manifest, random, run).verdict();
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    private CheckVerdict verdict() throws IOException {
        checkBytes();
        checkTracks();
        checkSubtitles();
        checkStills();
        ModelSettings model = request.model();
        if (model == null) {
            return verdict(null);
        }
        try (PictureScore score = PictureClassifier.open(model)) {
            return verdict(score);
        }
    }

    private CheckVerdict verdict(@Nullable PictureScore score) {
        Artifact cheapest = cheapestRung();
        long durationMicros = index(cheapest).durationMicros();
        PictureSampler sampler = new PictureSampler(durationMicros, random, score);
        String avatar = avatarMadeAnew(sampler);
        FilmStrip film = FilmStrip.decode(cheapest, file(cheapest), durationMicros, random, sampler, run);
        checks.add("Every picture of " + cheapest.path() + " was decoded.");
        checkPictures(cheapest, new SameFilm(film, sampler, run));
        checkSound();
        return new CheckVerdict.Accepted(checks, indexes, avatar, sampler.material());
    }

    private void checkBytes() throws IOException {
        for (Artifact artifact : manifest.artifacts()) {
            FileBytes.check(artifact, file(artifact), run);
            run.stepDone();
        }
        checks.add("All " + manifest.artifacts().size() + " files have the size and SHA-256 that were signed.");
    }

    private void checkTracks() throws IOException {
        Map<String, TrackIndex> rungs = new LinkedHashMap<>();
        for (Artifact artifact : manifest.artifacts()) {
            if (artifact.role() == ArtifactRole.VIDEO || artifact.role() == ArtifactRole.AUDIO) {
                TrackIndex index = TrackClaims.check(artifact, file(artifact));
                indexes.put(artifact.path(), index);
                if (artifact.role() == ArtifactRole.VIDEO) {
                    rungs.put(artifact.path(), index);
                }
            }
            run.stepDone();
        }
        RungAlignment.check(rungs);
        TrackIndex picture = rungs.values().iterator().next();
        RungAlignment.checkLength(manifest.source().durationMicros(), picture);
        manifest.withRole(ArtifactRole.AUDIO)
                .forEach(sound -> RungAlignment.checkSound(sound.path(), index(sound), picture));
        checks.add("Codec, size, length and frame count of every track are as claimed, and all rungs are cut alike.");
    }

    private void checkSubtitles() throws IOException {
        for (Artifact artifact : manifest.withRole(ArtifactRole.SUBTITLES).toList()) {
            WebVttText.check(artifact, file(artifact));
            checks.add(artifact.path() + " is plain WebVTT.");
        }
    }

    private void checkStills() throws IOException {
        for (Artifact artifact : manifest.artifacts()) {
            if (artifact.role() == ArtifactRole.POSTER || artifact.role() == ArtifactRole.THUMBNAILS) {
                PlainWebP.check(artifact, file(artifact));
            }
        }
    }

    private @Nullable String avatarMadeAnew(PictureSampler sampler) {
        String uploaded = request.avatar();
        if (uploaded == null) {
            return null;
        }
        try {
            byte[] made = AvatarPicture.madeAnew(Base64.getDecoder().decode(uploaded));
            WebP.decode(made, picture -> sampler.still(PictureSource.AVATAR, picture));
            checks.add("The author's picture was decoded, and is shown as this server encoded it anew.");
            return Base64.getEncoder().encodeToString(made);
        } catch (MediaException e) {
            throw new Refusal(
                    e.code(), AVATAR, String.valueOf(e.getMessage()), e.code().code());
        }
    }

    private void checkPictures(Artifact cheapest, SameFilm film) {
        for (Artifact artifact : manifest.artifacts()) {
            switch (artifact.role()) {
                case VIDEO -> {
                    if (!artifact.equals(cheapest)) {
                        film.checkRung(artifact, file(artifact));
                    }
                }
                case PREVIEW -> film.checkPreview(artifact, file(artifact));
                case POSTER -> film.checkPoster(artifact, file(artifact));
                case THUMBNAILS -> film.checkSheet(artifact, file(artifact));
                case AUDIO, SUBTITLES -> {}
            }
            run.stepDone();
        }
        checks.add(
                "At unpredictable moments, and in every picture of poster, preview and thumbnails, all files show the same"
                        + " video.");
    }

    private void checkSound() {
        for (Artifact artifact : manifest.withRole(ArtifactRole.AUDIO).toList()) {
            if (request.sound()) {
                SoundTrack.checkAloud(artifact, file(artifact), index(artifact), run);
            } else {
                SoundTrack.check(artifact, file(artifact), index(artifact), run);
            }
            checks.add("The sound of " + artifact.path() + " was decoded whole.");
        }
    }

    private Artifact cheapestRung() {
        return manifest.withRole(ArtifactRole.VIDEO)
                .min(Comparator.comparingLong((Artifact rung) ->
                                (long) index(rung).width() * index(rung).height())
                        .thenComparingLong(Artifact::bytes))
                .orElseThrow();
    }

    private TrackIndex index(Artifact artifact) {
        return Objects.requireNonNull(indexes.get(artifact.path()));
    }

    private Path file(Artifact artifact) {
        Path file = request.files().get(artifact.path());
        if (file == null) {
            throw new Refusal(
                    ProblemCode.UPLOAD_INCOMPLETE,
                    artifact.path(),
                    artifact.path() + " is in the manifest and has not been uploaded. Upload it.",
                    "no file");
        }
        return file;
    }

    private static Manifest manifest(CheckRequest request) {
        try {
            Manifest manifest = SignedManifest.fromBase64(request.manifest()).manifest();
            List<Violation> violations = ManifestRules.check(manifest);
            if (violations.isEmpty()) {
                return manifest;
            }
            Violation first = violations.getFirst();
            throw invalid(first.field() + " " + first.message());
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal invalid(String reason) {
        return new Refusal(
                ProblemCode.INVALID_MANIFEST,
                Manifest.FILE_NAME,
                "The manifest is not acceptable: " + reason + ".",
                reason);
    }
}
