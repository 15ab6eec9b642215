package dev.slipway.media.prepare.place;

import dev.slipway.media.mux.KeptManifest;
import dev.slipway.media.playlist.LocalPlaylists;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What the manifest of an earlier run names in an output folder. */
public record EarlierFilm(List<Artifact> artifacts) {
    /** The manifest's name in the work folder, from where a run that goes on after a crash knows it. */
    public static final String RETIRED = "earlier-manifest.json";

    /** Of larger files a look before the work compares only their sizes: reading whole films takes minutes. */
    private static final long QUICKLY_READ = 4 << 20;

    private static final EarlierFilm NONE = new EarlierFilm(List.of());

    public EarlierFilm {
        artifacts = List.copyOf(artifacts);
    }

    /** Where there may be one; the last is that of a film whose files were being put in their places. */
    static List<Path> manifests(Path directory, Path work) {
        return List.of(directory.resolve(Manifest.FILE_NAME), work.resolve(RETIRED), work.resolve(Manifest.FILE_NAME));
    }

    /** Nothing where there is no manifest that keeps the rules: then nobody knows whose the files are. */
    public static EarlierFilm read(Path manifest) throws IOException {
        return KeptManifest.read(manifest)
                .map(kept -> new EarlierFilm(kept.artifacts()))
                .orElse(NONE);
    }

    /** Deletes what the new manifest does not name, with its playlists; a file that is not as it was made stays. */
    public void deleteAllBut(Manifest fresh, Path directory) throws IOException {
        List<String> kept = fresh.artifacts().stream().map(Artifact::path).toList();
        Set<String> keptPlaylists = new HashSet<>(LocalPlaylists.names(kept));
        for (Artifact artifact : artifacts) {
            Path file = directory.resolve(artifact.path());
            if (!kept.contains(artifact.path()) && isAsMade(file, artifact)) {
                Files.delete(file);
            }
        }
        for (String playlist : LocalPlaylists.names(paths())) {
            if (!keptPlaylists.contains(playlist)) {
                Files.deleteIfExists(directory.resolve(playlist));
            }
        }
    }

    /** Deletes what it has put there and no other film has, with its playlists; a file that is not as it was made stays. */
    public void deleteWhatIsNotOf(List<EarlierFilm> others, Path directory) throws IOException {
        for (Artifact artifact : artifacts) {
            Path file = directory.resolve(artifact.path());
            if (others.stream().noneMatch(other -> other.artifacts().contains(artifact)) && isAsMade(file, artifact)) {
                Files.delete(file);
            }
        }
        Set<String> kept = new HashSet<>();
        others.stream()
                .filter(other -> !other.artifacts().isEmpty())
                .forEach(other -> kept.addAll(LocalPlaylists.names(other.paths())));
        for (String playlist : LocalPlaylists.names(paths())) {
            if (!kept.contains(playlist)) {
                Leftover.discard(directory.resolve(playlist));
            }
        }
    }

    private List<String> paths() {
        return artifacts.stream().map(Artifact::path).toList();
    }

    /** Whether something is left of a film, by the names and sizes of its files. */
    public boolean isThere(Path directory) throws IOException {
        for (Artifact artifact : artifacts) {
            if (hasItsSize(directory.resolve(artifact.path()), artifact)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file of that name is one of the film's, and as it was made as far as a quick look tells. */
    boolean seemsToHaveLeft(String name, Path directory) throws IOException {
        for (Artifact artifact : artifacts) {
            if (artifact.path().equals(name)) {
                Path file = directory.resolve(name);
                return artifact.bytes() <= QUICKLY_READ ? isAsMade(file, artifact) : hasItsSize(file, artifact);
            }
        }
        return false;
    }

    /** Whether there is a film, and all of its files are as they were made. */
    public boolean isWhole(Path directory) throws IOException {
        for (Artifact artifact : artifacts) {
            if (!isAsMade(directory.resolve(artifact.path()), artifact)) {
                return false;
            }
        }
        return !artifacts.isEmpty();
    }

    /** By its size and, where that is right, its digest. */
    public static boolean isAsMade(Path file, Artifact artifact) throws IOException {
        return hasItsSize(file, artifact) && sha256(file).equals(artifact.sha256());
    }

    private static boolean hasItsSize(Path file, Artifact artifact) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == artifact.bytes();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
