package dev.slipway.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.model.publication.PublicationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do, whatever it stands on. One subclass for each implementation. */
abstract class ArtifactStoreContract {
    private final PublicationId publication = new PublicationId(UUID.randomUUID());

    private ArtifactStore store;

    abstract ArtifactStore open() throws IOException;

    /** The same kind of store with less room than one byte above its reserve. */
    abstract ArtifactStore openFull() throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @Test
    void aNewFileIsEmptyAndHasAKeyOfItsOwn() {
        ObjectKey first = store.create(publication, ".mp4");
        ObjectKey second = store.create(publication, ".mp4");

        assertThat(first).isNotEqualTo(second);
        assertThat(first.publication()).isEqualTo(publication);
        assertThat(first.name()).endsWith(".mp4");
        assertThat(store.length(first)).isZero();
    }

    @Test
    void whatIsKeptIsListedWithItsSizeAndTheTimeOfItsLastByte() throws IOException {
        PublicationId other = new PublicationId(UUID.randomUUID());
        ObjectKey first = store.create(publication, ".mp4");
        ObjectKey second = store.create(publication, ".webp");
        store.create(other, ".mp4");
        store.append(second, 0, new ByteArrayInputStream(new byte[70]), 70);
        store.seal(second);
        List<PublicationId> visited = new ArrayList<>();

        store.forEachPublication(visited::add);

        assertThat(visited).contains(publication, other).doesNotHaveDuplicates();
        assertThat(store.files(publication))
                .extracting(StoredBytes::key, StoredBytes::bytes)
                .containsExactlyInAnyOrder(tuple(first, 0L), tuple(second, 70L));
        assertThat(store.files(publication))
                .allSatisfy(
                        file -> assertThat(file.changedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        assertThat(store.files(new PublicationId(UUID.randomUUID()))).isEmpty();
        store.deleteAll(publication);
        assertThat(store.files(publication)).isEmpty();
    }

    @Test
    void bytesComeBackAsTheyWereAppended() throws IOException {
        byte[] bytes = random(700_001);
        ObjectKey key = store.create(publication, ".mp4");

        long half = store.append(key, 0, new ByteArrayInputStream(bytes, 0, 300_000), 1 << 20);
        long whole = store.append(key, half, new ByteArrayInputStream(bytes, 300_000, 400_001), 400_001);

        assertThat(half).isEqualTo(300_000);
        assertThat(whole).isEqualTo(bytes.length).isEqualTo(store.length(key));
        assertThat(read(key, 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void anyRangeCanBeRead() throws IOException {
        byte[] bytes = random(400_000);
        ObjectKey key = stored(bytes);
        Random random = new Random(11);

        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - from + 1);
            assertThat(read(key, from, length)).isEqualTo(Arrays.copyOfRange(bytes, from, from + length));
        }
    }

    @Test
    void aRangeBeyondTheEndIsRefused() throws IOException {
        ObjectKey key = stored(random(100));

        for (long[] range : new long[][] {{0, 101}, {100, 1}, {-1, 1}, {0, -1}, {1, Long.MAX_VALUE}}) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> read(key, range[0], range[1]));
        }
    }

    @Test
    void bytesAreTakenAtTheEndOnly() throws IOException {
        ObjectKey key = stored(random(100));

        for (long offset : new long[] {0, 99, 101, Long.MAX_VALUE}) {
            assertThatExceptionOfType(OffsetConflict.class).isThrownBy(() -> append(key, offset, "more"));
        }
        assertThat(store.length(key)).isEqualTo(100);
    }

    @Test
    void noMoreThanTheMaximumIsTakenFromTheStream() throws IOException {
        ObjectKey key = store.create(publication, ".vtt");
        InputStream bytes = new ByteArrayInputStream("WEBVTT and more".getBytes(StandardCharsets.UTF_8));

        assertThat(store.append(key, 0, bytes, 6)).isEqualTo(6);
        assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(" and more");
    }

    @Test
    void aFailingStreamIsNotTakenForAFailingDisk() {
        ObjectKey key = store.create(publication, ".mp4");
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(random(10)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection was cut");
            }
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.append(key, 0, cut, 100))
                .withMessage("the connection was cut");
    }

    @Test
    void whatLiesPastALengthCanBeCut() throws IOException {
        byte[] bytes = random(1000);
        ObjectKey key = stored(bytes);

        store.cut(key, 400);
        store.cut(key, 900);

        assertThat(store.length(key)).isEqualTo(400);
        assertThat(append(key, 400, "tail")).isEqualTo(404);
        assertThat(read(key, 0, 400)).isEqualTo(Arrays.copyOf(bytes, 400));
    }

    @Test
    void aSealedFileNeverChanges() throws IOException {
        byte[] bytes = random(50);
        ObjectKey key = stored(bytes);

        store.seal(key);
        store.seal(key);

        assertThatExceptionOfType(OffsetConflict.class).isThrownBy(() -> append(key, 50, "more"));
        assertThatExceptionOfType(OffsetConflict.class).isThrownBy(() -> store.cut(key, 10));
        assertThat(read(key, 0, 50)).isEqualTo(bytes);
    }

    @Test
    void aWorkerCanReadTheWholeFile() throws IOException {
        byte[] bytes = random(50);
        ObjectKey key = stored(bytes);
        store.seal(key);

        try (LocalFile local = store.localFile(key)) {
            assertThat(Files.readAllBytes(local.path())).isEqualTo(bytes);
        }
        assertThat(store.length(key)).isEqualTo(50);
    }

    @Test
    void deletingIsFinalAndMayBeRepeated() throws IOException {
        ObjectKey key = stored(random(10));
        store.seal(key);

        store.delete(key);
        store.delete(key);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.length(key));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.localFile(key));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> append(key, 10, "more"));
    }

    @Test
    void deletingAPublicationLeavesItsNeighboursAlone() throws IOException {
        ObjectKey mine = stored(random(10));
        ObjectKey other = store.create(new PublicationId(UUID.randomUUID()), ".mp4");

        store.deleteAll(publication);
        store.deleteAll(publication);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.length(mine));
        assertThat(store.length(other)).isZero();
    }

    @Test
    void aFullStoreRefusesBeforeItWrites() throws IOException {
        ArtifactStore full = openFull();
        ObjectKey key = full.create(publication, ".mp4");
        InputStream bytes = new ByteArrayInputStream(random(10));

        assertThatExceptionOfType(StorageFullException.class).isThrownBy(() -> full.append(key, 0, bytes, 10));
        assertThat(full.length(key)).isZero();
        assertThat(bytes.available()).isEqualTo(10);
        assertThat(full.space().hasRoomFor(1)).isFalse();
    }

    private ObjectKey stored(byte[] bytes) throws IOException {
        ObjectKey key = store.create(publication, ".mp4");
        store.append(key, 0, new ByteArrayInputStream(bytes), bytes.length);
        return key;
    }

    private long append(ObjectKey key, long offset, String text) throws IOException {
        return store.append(
                key, offset, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), text.length());
    }

    private byte[] read(ObjectKey key, long offset, long length) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        store.read(key, offset, length, copy);
        return copy.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
