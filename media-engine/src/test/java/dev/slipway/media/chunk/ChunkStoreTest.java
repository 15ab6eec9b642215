package dev.slipway.media.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.ffmpeg.PictureKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
    void neitherAChunkNorTheJournalIsWrittenThroughALink(@TempDir Path elsewhere) throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious"), "x");
        Path name = folder.resolve(SECOND.fileName());
        Files.delete(name);
        Files.createSymbolicLink(name, precious);
        try (ChunkStore store = new ChunkStore(folder, "key");
                ChunkWriter writer = store.write(SECOND)) {
            writer.add(new ChunkRecord(8, PictureKind.DEPENDENT, new byte[] {4}));
            writer.commit();
        }
        assertThat(name).isRegularFile();
        assertThat(Files.isSymbolicLink(name)).isFalse();
        Files.delete(folder.resolve("journal"));
        Files.createSymbolicLink(folder.resolve("journal"), precious);
        assertThatThrownBy(() -> new ChunkStore(folder, "key")).isInstanceOf(IOException.class);
        assertThat(precious).hasContent("x");
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

    @Test
    void sizesAreThoseOfTheFiles() throws IOException {
        long first = Files.size(folder.resolve(FIRST.fileName()));
        try (ChunkStore store = new ChunkStore(folder, "key");
                ChunkWriter writer = store.write(SECOND)) {
            assertThat(store.isFinished(FIRST)).isTrue();
            assertThat(store.bytes(FIRST)).isEqualTo(first).isPositive();
            assertThat(store.bytes(SECOND)).isZero();
            writer.add(new ChunkRecord(8, PictureKind.DEPENDENT, new byte[100]));
            writer.commit();
            assertThat(writer.bytes()).isEqualTo(Files.size(folder.resolve(SECOND.fileName())));
            assertThat(writer.payload()).isEqualTo(100).isEqualTo(writer.bytes() - ChunkWriter.RECORD_HEADER);
            assertThat(store.bytes(SECOND)).isEqualTo(writer.bytes()).isGreaterThan(100);
            assertThat(store.bytes()).isEqualTo(first + writer.bytes());
        }
    }

    /** So that nothing of it is left to chance when the process is killed right after. */
    @Test
    void aCommittedChunkIsWholeBeforeItsWriterIsClosed() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, "key");
                ChunkWriter writer = store.write(SECOND)) {
            writer.add(new ChunkRecord(8, PictureKind.DEPENDENT, new byte[] {4}));
            writer.commit();
            assertThat(isFinished(SECOND, "key")).isTrue();
        }
    }

    @Test
    void ofADamagedChunkNothingIsCounted() throws IOException {
        Files.write(folder.resolve(FIRST.fileName()), new byte[] {0});
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            assertThat(store.isFinished(FIRST)).isFalse();
            assertThat(store.bytes(FIRST)).isZero();
            assertThat(store.bytes()).isZero();
        }
    }

    @Test
    void aChunkThatCannotBeReadIsMadeAgain() throws IOException {
        Path chunk = folder.resolve(FIRST.fileName());
        long bytes = Files.size(chunk);
        Files.delete(chunk);
        Files.createDirectory(chunk);
        Path journal = folder.resolve("journal");
        Files.writeString(journal, Files.readString(journal).replace(" " + bytes + " ", " " + Files.size(chunk) + " "));
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            assertThat(store.isFinished(FIRST)).isFalse();
            assertThat(store.bytes(FIRST)).isZero();
        }
    }

    @Test
    void aDroppedOutputLosesItsChunksAndNoOtherDoes() throws IOException {
        ChunkId other = new ChunkId("video-480-vp9.mp4", 0);
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            for (ChunkId id : new ChunkId[] {SECOND, other}) {
                try (ChunkWriter writer = store.write(id)) {
                    writer.commit();
                }
            }
            store.drop(FIRST);
            assertThat(store.isFinished(FIRST)).isFalse();
            assertThat(store.bytes(FIRST)).isZero();
            assertThat(folder.resolve(FIRST.fileName())).doesNotExist();
            assertThat(store.isFinished(SECOND)).isTrue();
            assertThat(store.isFinished(other)).isTrue();
        }
    }

    @Test
    void aDroppedChunkIsNotVouchedForWhenTheSameBytesComeAgain() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            store.drop(FIRST);
            try (ChunkWriter writer = store.write(FIRST)) {
                writer.add(new ChunkRecord(7, PictureKind.KEY, new byte[] {1, 2, 3}));
            }
            assertThat(store.isFinished(FIRST)).isFalse();
        }
    }

    @Test
    void aRecordWithoutBytesIsARecord() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            try (ChunkWriter writer = store.write(SECOND)) {
                writer.add(new ChunkRecord(8, PictureKind.DEPENDENT, new byte[0]));
                writer.commit();
            }
            try (ChunkReader reader = store.read(SECOND)) {
                assertThat(reader.next().orElseThrow().payload()).isEmpty();
                assertThat(reader.next()).isEmpty();
            }
        }
    }

    @Test
    void aRecordThatIsPassedOverSaysItsLengthAndTheNextOneFollows() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, "key")) {
            try (ChunkWriter writer = store.write(SECOND)) {
                writer.add(new ChunkRecord(8, PictureKind.KEY, new byte[] {1, 2, 3, 4, 5}));
                writer.add(new ChunkRecord(9, PictureKind.DEPENDENT, new byte[] {6, 7}));
                writer.add(new ChunkRecord(10, PictureKind.DEPENDENT, new byte[0]));
                writer.commit();
            }
            try (ChunkReader reader = store.read(SECOND)) {
                assertThat(reader.skip()).hasValue(5);
                ChunkRecord record = reader.next().orElseThrow();
                assertThat(record.frame()).isEqualTo(9);
                assertThat(record.kind()).isEqualTo(PictureKind.DEPENDENT);
                assertThat(record.payload()).containsExactly(6, 7);
                assertThat(reader.skip()).hasValue(0);
                assertThat(reader.skip()).isEmpty();
                assertThat(reader.next()).isEmpty();
            }
        }
    }

    @Test
    void aRecordLongerThanItsChunkIsNotReadIntoMemory() throws IOException {
        Path chunk = folder.resolve(FIRST.fileName());
        for (int length : new int[] {4, -1, Integer.MAX_VALUE}) {
            byte[] bytes = Files.readAllBytes(chunk);
            ByteBuffer.wrap(bytes).putInt(9, length);
            Files.write(chunk, bytes);
            try (ChunkStore store = new ChunkStore(folder, "key");
                    ChunkReader reader = store.read(FIRST)) {
                assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("damaged");
            }
            try (ChunkStore store = new ChunkStore(folder, "key");
                    ChunkReader reader = store.read(FIRST)) {
                assertThatThrownBy(reader::skip).isInstanceOf(IOException.class).hasMessageContaining("damaged");
            }
        }
    }

    @Test
    void aClosedStoreTakesNoMoreChunksAndHoldsNoFiles() throws IOException {
        ChunkStore store = new ChunkStore(folder, "key");
        store.read(FIRST).close();
        store.write(SECOND).close();
        store.close();
        try (ChunkWriter writer = store.write(SECOND)) {
            assertThatThrownBy(writer::commit).isInstanceOf(ClosedChannelException.class);
        }
        assertThat(openFiles()).noneMatch(file -> file.startsWith(folder));
    }

    /** A power cut must not leave a journal that vouches for what is not on the disk. */
    @Test
    void whatALineVouchesForIsForcedToDiskBeforeTheLine() throws IOException {
        List<Path> forced = Forced.by(() -> {
            try (ChunkStore store = new ChunkStore(folder, "key");
                    ChunkWriter writer = store.write(SECOND)) {
                writer.commit();
            }
        });
        Path journal = folder.resolve("journal");
        assertThat(forced)
                .containsExactly(folder.getParent(), journal, folder.resolve(SECOND.fileName()), folder, journal);
    }

    @Test
    void aNewJournalIsForcedToDiskWithItsName() throws IOException {
        Path work = folder.resolve("new");
        List<Path> forced = Forced.by(() -> new ChunkStore(work, "key").close());
        assertThat(forced).containsExactly(folder, work.resolve("journal"), work);
    }

    private static List<Path> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<Path> files = new ArrayList<>();
        if (Files.exists(descriptors)) {
            try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
                for (Path link : links) {
                    if (Files.exists(link)) {
                        files.add(Files.readSymbolicLink(link));
                    }
                }
            }
        }
        return files;
    }

    private boolean isFinished(ChunkId id, String key) throws IOException {
        try (ChunkStore store = new ChunkStore(folder, key)) {
            return store.isFinished(id);
        }
    }
}
