package dev.slipway.media.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.PictureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut may leave of a journal and of the chunks that it names. */
class TornJournalTest {
    private static final String KEY = "key";
    private static final List<ChunkId> IDS = IntStream.range(0, 4)
            .mapToObj(index -> new ChunkId("video-240-vp9.mp4", index))
            .toList();

    private final Path folder;
    private byte[] whole = new byte[0];

    TornJournalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void fourFinishedChunks() throws IOException {
        try (ChunkStore store = new ChunkStore(folder, KEY)) {
            for (ChunkId id : IDS) {
                write(store, id);
            }
        }
        whole = Files.readAllBytes(journal());
    }

    @Test
    void tornAtAnyByteItVouchesForExactlyTheChunksWhoseLinesAreWhole() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            int lines = wholeLines(length);
            assertThat(finished()).as("of %d bytes", length).containsExactlyElementsOf(IDS.subList(0, lines));
        }
    }

    @Test
    void tornAtAnyByteItGoesOnBeingWritten() throws IOException {
        for (int length = 0; length <= whole.length; length += 7) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            List<ChunkId> before = finished();
            try (ChunkStore store = new ChunkStore(folder, KEY)) {
                write(store, IDS.getLast());
            }
            assertThat(finished()).as("of %d bytes", length).containsAll(before).contains(IDS.getLast());
        }
    }

    @Test
    void aTailOfZeroesAsFileSystemsLeaveItIsNotBelieved() throws IOException {
        int secondLine = new String(whole, StandardCharsets.ISO_8859_1).indexOf(" 1 ");
        byte[] zeroed = whole.clone();
        Arrays.fill(zeroed, secondLine, zeroed.length, (byte) 0);
        Files.write(journal(), zeroed);
        assertThat(finished()).containsExactly(IDS.getFirst());
    }

    @Test
    void theOrderOfLinesDoesNotMatter() throws IOException {
        List<String> lines = Files.readAllLines(journal());
        Files.write(journal(), List.of(lines.get(0), lines.get(4), lines.get(2), lines.get(3), lines.get(1)));
        assertThat(finished()).containsExactlyElementsOf(IDS);
    }

    @Test
    void ofTwoLinesForOneChunkTheLaterOneCounts() throws IOException {
        List<String> lines = Files.readAllLines(journal());
        String wrong = lines.get(1).replaceAll("[0-9a-f]{64}", "0".repeat(64));
        Files.write(journal(), List.of(lines.get(0), wrong, lines.get(1), lines.get(2), wrong.replace(" 0 ", " 1 ")));
        assertThat(finished()).containsExactly(IDS.getFirst());
    }

    @Test
    void aChunkWithoutItsLineIsMadeAgain() throws IOException {
        List<String> lines = Files.readAllLines(journal());
        Files.write(journal(), lines.subList(0, 4));
        assertThat(folder.resolve(IDS.get(3).fileName())).exists();
        assertThat(finished()).containsExactlyElementsOf(IDS.subList(0, 3));
    }

    @Test
    void aLineWithoutItsChunkIsNotBelieved() throws IOException {
        Files.delete(folder.resolve(IDS.get(1).fileName()));
        assertThat(finished()).containsExactly(IDS.get(0), IDS.get(2), IDS.get(3));
    }

    @Test
    void aChunkCutAtAnyByteIsMadeAgain() throws IOException {
        Path file = folder.resolve(IDS.get(2).fileName());
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(finished()).as("%d of its bytes", length).doesNotContain(IDS.get(2));
        }
    }

    @Test
    void aChunkWithAnyByteChangedIsMadeAgain() throws IOException {
        Path file = folder.resolve(IDS.get(2).fileName());
        byte[] bytes = Files.readAllBytes(file);
        for (int place = 0; place < bytes.length; place++) {
            byte[] changed = bytes.clone();
            changed[place] ^= 0x40;
            Files.write(file, changed);
            assertThat(finished()).as("byte %d changed", place).doesNotContain(IDS.get(2));
        }
    }

    @Test
    void aJournalThatNamesWhatNoChunkIsCalledIsReadAllTheSame() throws IOException {
        String strange = ".. 0 3 " + "0".repeat(64) + " .\n" + "a".repeat(101) + " 0 3 " + "0".repeat(64) + " .\n";
        Files.write(
                journal(),
                (new String(whole, StandardCharsets.ISO_8859_1) + strange).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(finished()).containsExactlyElementsOf(IDS);
    }

    @Test
    void aFileThatIsNoJournalIsNotWorkOfThisKey() throws IOException {
        assertThat(ChunkStore.holds(folder, KEY)).isTrue();
        assertThat(ChunkStore.holds(folder, "another")).isFalse();
        Files.delete(journal());
        assertThat(ChunkStore.holds(folder, KEY)).isFalse();
    }

    /** The first line is the key; a line counts when all but its end of line is there. */
    private int wholeLines(int length) {
        int ends = 0;
        for (int place = 0; place < whole.length; place++) {
            if (whole[place] == '\n' && place <= length) {
                ends++;
            }
        }
        return Math.max(0, ends - 1);
    }

    private List<ChunkId> finished() throws IOException {
        byte[] before = Files.readAllBytes(journal());
        try (ChunkStore store = new ChunkStore(folder, KEY)) {
            return IDS.stream().filter(store::isFinished).toList();
        } finally {
            Files.write(journal(), before);
        }
    }

    private static void write(ChunkStore store, ChunkId id) throws IOException {
        try (ChunkWriter writer = store.write(id)) {
            writer.add(new ChunkRecord(id.index() * 100L, PictureKind.KEY, new byte[] {(byte) id.index(), 2, 3}));
            writer.add(new ChunkRecord(id.index() * 100L + 1, PictureKind.DEPENDENT, new byte[] {4}));
            writer.commit();
        }
    }

    private Path journal() {
        return folder.resolve("journal");
    }
}
