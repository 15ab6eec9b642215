package dev.slipway.media.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.PictureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkStoreTest {
    private static final ChunkId FIRST = new ChunkId("video-240-vp9.mp4", 0);
    private static final ChunkId SECOND = new ChunkId("video-240-vp9.mp4", 1);

    private final Path folder;

    ChunkStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void twoChunksOfWhichOneIsFinished() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            try (ChunkWriter writer = store.write(FIRST)) {
                writer.add(new ChunkRecord(7, PictureKind.KEY, new byte[] {1, 2, 3}));
                writer.commit();
            }
            try (ChunkWriter writer = store.write(SECOND)) {
                writer.add(new ChunkRecord(8, PictureKind.DEPENDENT, new byte[] {4}));
            }
        }
    }

    @Test
    void aFinishedChunkOutlivesTheProcess() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, "key");
                ChunkReader reader = store.read(FIRST)) {
            assertThat(store.isFinished(FIRST)).isTrue();
            ChunkRecord record = reader.next().orElseThrow();
            assertThat(record.frame()).isEqualTo(7);
            assertThat(record.kind()).isEqualTo(PictureKind.KEY);
            assertThat(record.payload()).containsExactly(1, 2, 3);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void aChunkThatWasNotCommittedDoesNotCount() throws IOException {
        assertThat(isFinished(SECOND, "key")).isFalse();
    }

    @Test
    void workWithAnotherKeyDoesNotCount() throws IOException {
        assertThat(isFinished(FIRST, "another")).isFalse();
    }

    @Test
    void aTornLastLineOfTheJournalIsNotBelieved() throws IOException {
        Path journal = folder.resolve("journal");
        String line = Files.readAllLines(journal).getLast();
        Files.writeString(
                journal, line.replace(" 0 ", " 1 ").substring(0, line.length() - 3), StandardOpenOption.APPEND);
        assertThat(isFinished(FIRST, "key")).isTrue();
        assertThat(isFinished(SECOND, "key")).isFalse();
        try (ChunkStore store = new ChunkStore(folder, "key");
                ChunkWriter writer = store.write(SECOND)) {
            writer.commit();
        }
        assertThat(isFinished(SECOND, "key")).isTrue();
    }

    @Test
    void aDamagedChunkIsMadeAgain() throws IOException {
        Path chunk = folder.resolve(FIRST.fileName());
        byte[] bytes = Files.readAllBytes(chunk);
        bytes[bytes.length - 1] ^= 1;
        Files.write(chunk, bytes);
        assertThat(isFinished(FIRST, "key")).isFalse();
    }

    private boolean isFinished(ChunkId id, String key) throws IOException {
        try (ChunkStore store = new ChunkStore(folder, key)) {
            return store.isFinished(id);
        }
    }
}
