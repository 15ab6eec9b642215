package dev.slipway.model.manifest;

import dev.slipway.model.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a manifest must meet before its files are looked at; checked on the desk before signing and on the server. */
public final class ManifestRules {
    public static final int MAX_ARTIFACTS = 40;

    /** Each is decoded whole, and judged where somebody judges sound. */
    public static final int MAX_SOUND_FILES = 8;

    public static final long MAX_ARTIFACT_BYTES = 64L << 30;
    public static final long MAX_DURATION_MICROS = 24L * 3600 * 1_000_000;
    public static final int MAX_SIDE = 8192;

    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.(mp4|webm|webp|vtt)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");

    private static final Map<ArtifactRole, Set<String>> CODECS = Map.of(
            ArtifactRole.VIDEO, Set.of("vp9", "av1", "h264"),
            ArtifactRole.AUDIO, Set.of("opus", "aac"),
            ArtifactRole.PREVIEW, Set.of("vp9"),
            ArtifactRole.POSTER, Set.of("webp"),
            ArtifactRole.THUMBNAILS, Set.of("webp"),
            ArtifactRole.SUBTITLES, Set.of("webvtt"));

    private static final Map<ArtifactRole, String> EXTENSION = Map.of(
            ArtifactRole.VIDEO, ".mp4",
            ArtifactRole.AUDIO, ".mp4",
            ArtifactRole.PREVIEW, ".webm",
            ArtifactRole.POSTER, ".webp",
            ArtifactRole.THUMBNAILS, ".webp",
            ArtifactRole.SUBTITLES, ".vtt");

    private static final Set<ArtifactRole> AT_MOST_ONE =
            Set.of(ArtifactRole.PREVIEW, ArtifactRole.POSTER, ArtifactRole.THUMBNAILS);

    private ManifestRules() {}

    public static List<Violation> check(Manifest manifest) {
        Findings findings = new Findings();
        findings.require(manifest.version() == Manifest.VERSION, "version", "must be " + Manifest.VERSION);
        findings.require(notNull(manifest.createdAt()), "createdAt", "is missing");
        checkSource(manifest.source(), findings);
        int count = manifest.artifacts().size();
        findings.require(count <= MAX_ARTIFACTS, "artifacts", "at most " + MAX_ARTIFACTS + ", not " + count);
        long sounds = manifest.withRole(ArtifactRole.AUDIO).count();
        findings.require(
                sounds <= MAX_SOUND_FILES, "artifacts", "at most " + MAX_SOUND_FILES + " of sound, not " + sounds);
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < Math.min(count, MAX_ARTIFACTS); i++) {
            Artifact artifact = manifest.artifacts().get(i);
            String field = "artifacts[" + i + "]";
            checkArtifact(artifact, field, findings);
            findings.require(paths.add(artifact.path()), field + ".path", "is there twice");
        }
        checkRoles(manifest, findings);
        return findings.violations;
    }

    private static void checkSource(@Nullable Source source, Findings findings) {
        if (source == null) {
            findings.add("source", "is missing");
            return;
        }
        findings.inRange(source.durationMicros(), 1, MAX_DURATION_MICROS, "source.durationMicros");
        findings.inRange(source.displayWidth(), 1, MAX_SIDE * 2, "source.displayWidth");
        findings.inRange(source.displayHeight(), 1, MAX_SIDE * 2, "source.displayHeight");
        findings.require(notNull(source.frameRate()), "source.frameRate", "is missing");
        findings.require(notNull(source.dynamicRange()), "source.dynamicRange", "is missing");
    }

    private static void checkRoles(Manifest manifest, Findings findings) {
        findings.require(manifest.withRole(ArtifactRole.VIDEO).findAny().isPresent(), "artifacts", "there is no VIDEO");
        for (ArtifactRole role : AT_MOST_ONE) {
            findings.require(manifest.withRole(role).count() <= 1, "artifacts", "there is more than one " + role);
        }
    }

    private static void checkArtifact(Artifact artifact, String field, Findings findings) {
        ArtifactRole role = artifact.role();
        if (!notNull(role) || !notNull(artifact.path()) || !notNull(artifact.sha256()) || !notNull(artifact.media())) {
            findings.add(field, "needs role, path, bytes, sha256 and media");
            return;
        }
        findings.require(
                PATH.matcher(artifact.path()).matches() && artifact.path().endsWith(EXTENSION.getOrDefault(role, "")),
                field + ".path",
                "a " + role + " is a bare lower-case file name that ends in " + EXTENSION.get(role));
        findings.require(SHA256.matcher(artifact.sha256()).matches(), field + ".sha256", "is 64 lower-case hex digits");
        findings.inRange(artifact.bytes(), 1, MAX_ARTIFACT_BYTES, field + ".bytes");
        checkMedia(role, artifact.media(), field + ".media", findings);
    }

    private static void checkMedia(ArtifactRole role, ArtifactMedia media, String field, Findings findings) {
        Set<String> codecs = CODECS.getOrDefault(role, Set.of());
        findings.require(
                notNull(media.codec()) && codecs.contains(media.codec()),
                field + ".codec",
                "a " + role + " is one of " + codecs.stream().sorted().toList());
        switch (role) {
            case VIDEO, PREVIEW -> {
                checkPicture(media, field, findings);
                findings.inRange(media.durationMicros(), 1, MAX_DURATION_MICROS, field + ".durationMicros");
                findings.inRange(media.frames(), 1, MAX_DURATION_MICROS / 1000, field + ".frames");
                findings.require(media.frameRate() != null, field + ".frameRate", "is missing");
            }
            case AUDIO -> {
                findings.inRange(media.durationMicros(), 1, MAX_DURATION_MICROS, field + ".durationMicros");
                findings.inRange(media.channels(), 1, 2, field + ".channels");
                findings.inRange(media.sampleRate(), 8_000, 96_000, field + ".sampleRate");
            }
            case POSTER -> checkPicture(media, field, findings);
            case THUMBNAILS -> {
                checkPicture(media, field, findings);
                findings.inRange(media.columns(), 1, 100, field + ".columns");
                findings.inRange(media.frames(), 1, 10_000, field + ".frames");
                findings.inRange(media.intervalMicros(), 1, MAX_DURATION_MICROS, field + ".intervalMicros");
            }
            case SUBTITLES ->
                findings.require(
                        media.language() != null
                                && LANGUAGE.matcher(media.language()).matches(),
                        field + ".language",
                        "is a BCP 47 tag such as en or pt-BR");
        }
    }

    private static void checkPicture(ArtifactMedia media, String field, Findings findings) {
        findings.inRange(media.width(), 2, MAX_SIDE * 2, field + ".width");
        findings.inRange(media.height(), 2, MAX_SIDE * 2, field + ".height");
    }

    /** JSON may leave any member out, whatever the type says. */
    private static boolean notNull(@Nullable Object value) {
        return value != null;
    }

    private static final class Findings {
        private final List<Violation> violations = new ArrayList<>();

        void add(String field, String message) {
            violations.add(new Violation(field, message));
        }

        void require(boolean holds, String field, String message) {
            if (!holds) {
                add(field, message);
            }
        }

        void inRange(@Nullable Number value, long least, long most, String field) {
            if (value == null) {
                add(field, "is missing");
            } else if (value.longValue() < least || value.longValue() > most) {
                add(field, "must be between " + least + " and " + most + ", not " + value);
            }
        }
    }
}
