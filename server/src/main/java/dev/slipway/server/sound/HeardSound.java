package dev.slipway.server.sound;

import dev.slipway.media.run.SoundPiece;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.verification.CheckedSound;
import dev.slipway.server.verification.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the sound that a worker decoded into files for the operator's program, and has it judge them. The files lie in
 * the folder {@code sound} of the server's data only while a publication is being checked; what a killed server left goes
 * with its next start.
 */
@Component
class HeardSound implements CheckedSound {
    private static final Logger log = LoggerFactory.getLogger(HeardSound.class);
    private static final String FOLDER = "sound";

    /** Beyond the length of the film: padding of codecs. A worker that tells of more was taken over. */
    private static final long SLACK_BYTES = 10L * SoundPiece.BYTES_A_SECOND;

    private final SoundProgram program;
    private final SoundRows rows;
    private final ArtifactStore store;
    private final Path folder;

    HeardSound(SoundProgram program, SoundRows rows, ArtifactStore store, DataFolder data) {
        this.program = program;
        this.rows = rows;
        this.store = store;
        this.folder = data.folder(FOLDER);
        deleteLeftovers();
    }

    private void deleteLeftovers() {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(HeardSound::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be deleted: {}", file, e.getMessage());
        }
    }

    @Override
    public Hearing begin(Manifest manifest) {
        List<String> paths = program.isThere()
                ? manifest.withRole(ArtifactRole.AUDIO).map(Artifact::path).toList()
                : List.of();
        long most = manifest.source().durationMicros() / 1000 * SoundPiece.BYTES_A_SECOND / 1000 + SLACK_BYTES;
        if (!paths.isEmpty() && !store.space().hasRoomFor(most * paths.size())) {
            log.error("There is no room in {} for the sound of a film of {} files", folder, paths.size());
            throw new Verifier.VerificationInterrupted("there is no room on the disk for the decoded sound");
        }
        return new OfFiles(paths, most);
    }

    /** One file for each of the publication's sound files: nothing says that they are of the same sound. */
    private final class OfFiles implements Hearing {
        private final List<String> paths;
        private final long mostBytes;
        private final Map<String, WaveFile> files = new HashMap<>();
        private final Map<String, SoundAnswer> answers = new LinkedHashMap<>();
        private @Nullable String fault;
        private @Nullable IOException failure;

        OfFiles(List<String> paths, long mostBytes) {
            this.paths = paths;
            this.mostBytes = mostBytes;
        }

        @Override
        public boolean isWanted() {
            return !paths.isEmpty();
        }

        @Override
        public synchronized void take(SoundPiece piece) {
            if (fault != null || failure != null) {
                return;
            }
            int length = piece.samples().length;
            if (!paths.contains(piece.path()) || length > SoundPiece.MOST_BYTES || length % Short.BYTES != 0) {
                fault = "a piece of sound that nobody can have decoded";
                return;
            }
            try {
                write(piece);
            } catch (IOException e) {
                failure = e;
            }
        }

        private void write(SoundPiece piece) throws IOException {
            WaveFile file = files.get(piece.path());
            if (file == null) {
                file = WaveFile.create(folder.resolve(UUID.randomUUID() + ".wav"));
                files.put(piece.path(), file);
            }
            if (file.bytes() + piece.samples().length > mostBytes) {
                fault = "more sound than the film is long";
                return;
            }
            file.append(piece.samples());
        }

        @Override
        public synchronized Optional<String> fault() {
            if (fault == null && failure == null) {
                return paths.stream()
                        .filter(path -> !files.containsKey(path))
                        .findFirst()
                        .map(path -> "a sound file without any sound");
            }
            return Optional.ofNullable(fault);
        }

        @Override
        public synchronized void judge() {
            long end = System.nanoTime() + program.limit().toNanos();
            for (String path : paths) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                answers.put(path, program.ask(finished(path), left));
            }
        }

        private Path finished(String path) {
            try {
                if (failure != null) {
                    throw failure;
                }
                WaveFile file = files.get(path);
                if (file == null) {
                    throw new IllegalStateException("nothing was heard of " + path);
                }
                file.finish();
                return file.path();
            } catch (IOException e) {
                log.error("The sound of a publication cannot be written into {}: {}", folder, e.getMessage());
                throw new Verifier.VerificationInterrupted("the sound cannot be written to the disk");
            }
        }

        @Override
        public synchronized void keep(PublicationId publication) {
            rows.keep(publication, answers);
        }

        @Override
        public synchronized void close() {
            for (WaveFile file : files.values()) {
                try {
                    file.close();
                } catch (IOException e) {
                    log.warn("{} cannot be closed: {}", file.path(), e.getMessage());
                }
                delete(file.path());
            }
        }
    }
}
