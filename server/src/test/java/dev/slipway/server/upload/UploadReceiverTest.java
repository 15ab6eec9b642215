package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.Stores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadReceiverTest {
    private static final int LENGTH = 20_000;

    private final UploadBench bench = new UploadBench();
    private final byte[] bytes = new byte[LENGTH];

    @TempDir
    private Path folder;

    private ArtifactStore store;
    private UploadReceiver receiver;

    @BeforeEach
    void openStore() {
        new Random(3).nextBytes(bytes);
        store = Stores.in(folder);
        receiver = bench.receiver(store);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whateverIsCutWhereverTheOffsetIsDurableAndTheFileEndsWhole(long seed) throws IOException {
        Random random = new Random(seed);
        Upload upload = bench.upload(store, LENGTH);
        long told = 0;
        for (int step = 0; told < LENGTH; step++) {
            assertThat(step).as("it comes to an end").isLessThan(500);
            int from = (int) told;
            int to = step > 60 ? LENGTH : from + random.nextInt(LENGTH - from + 1);
            long before = told;
            switch (random.nextInt(4)) {
                case 0 -> receiver.receive(upload, from, UploadBench.body(bytes, from, to));
                case 1 -> expect(ProblemCode.BAD_REQUEST, upload, from, UploadBench.cutBody(bytes, from, to, LENGTH));
                case 2 -> leaveTornBytes(upload, random);
                default -> expect(ProblemCode.UPLOAD_MISMATCH, upload, from + 1, UploadBench.body(bytes, 0, 1));
            }
            told = receiver.durable(bench.reread(upload));
            assertThat(told).as("what was told is never taken back").isBetween(before, (long) LENGTH);
            assertThat(stored(upload, told)).isEqualTo(Arrays.copyOf(bytes, (int) told));
        }
        receiver.receive(upload, told, UploadBench.body(bytes, LENGTH, LENGTH));
        assertThat(store.length(upload.key())).isEqualTo(LENGTH);
        assertThat(stored(upload, LENGTH)).isEqualTo(bytes);
    }

    /** What a server leaves that is killed after it wrote to the file and before it wrote to the row. */
    private void leaveTornBytes(Upload upload, Random random) throws IOException {
        byte[] torn = new byte[random.nextInt(300)];
        store.append(upload.key(), store.length(upload.key()), new ByteArrayInputStream(torn), torn.length);
    }

    @Test
    void aFileThatLostItsTailSetsTheOffsetBack() throws IOException {
        Upload upload = bench.upload(store, LENGTH);
        receiver.receive(upload, 0, UploadBench.body(bytes, 0, 5_000));
        store.cut(upload.key(), 4_321);

        assertThat(receiver.durable(bench.reread(upload))).isEqualTo(4_321);
        assertThat(receiver.receive(upload, 4_321, UploadBench.body(bytes, 4_321, LENGTH)))
                .isEqualTo(LENGTH);
        assertThat(stored(upload, LENGTH)).isEqualTo(bytes);
    }

    @Test
    void aSecondConnectionWaitsUntilTheFirstIsSilentForTooLong() {
        Upload upload = bench.upload(store, LENGTH);
        UploadLeases.Lease first = bench.leases.take(upload.id()).orElseThrow();

        expect(ProblemCode.UPLOAD_LOCKED, upload, 0, UploadBench.body(bytes, 0, 10));
        bench.clock.move(UploadBench.LIMITS.lease());

        assertThat(receiver.receive(upload, 0, UploadBench.body(bytes, 0, 10))).isEqualTo(10);
        assertThat(bench.leases.change(first, received -> {
                    throw new AssertionError("a fenced connection must not touch the file");
                }))
                .isEmpty();
        assertThat(bench.reread(upload).received()).isEqualTo(10);
    }

    @Test
    void aFencedConnectionDoesNotFreeItsSuccessorsLease() {
        Upload upload = bench.upload(store, LENGTH);
        UploadLeases.Lease first = bench.leases.take(upload.id()).orElseThrow();
        bench.clock.move(UploadBench.LIMITS.lease());
        UploadLeases.Lease second = bench.leases.take(upload.id()).orElseThrow();

        bench.leases.release(first);

        assertThat(bench.leases.take(upload.id())).isEmpty();
        bench.leases.release(second);
        assertThat(bench.leases.take(upload.id())).isPresent();
    }

    @Test
    void aFullStoreKeepsWhatArrivedAndSaysSo() throws IOException {
        Upload upload = bench.upload(store, LENGTH);
        receiver.receive(upload, 0, UploadBench.body(bytes, 0, 700));
        UploadReceiver onFullDisk = bench.receiver(Stores.full(folder));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> onFullDisk.receive(upload, 700, UploadBench.body(bytes, 700, LENGTH)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.STORAGE_FULL));

        assertThat(receiver.durable(bench.reread(upload))).isEqualTo(700);
        assertThat(receiver.receive(upload, 700, UploadBench.body(bytes, 700, LENGTH)))
                .as("with room again it goes on")
                .isEqualTo(LENGTH);
    }

    private void expect(ProblemCode code, Upload upload, long offset, UploadReceiver.Body body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> receiver.receive(upload, offset, body))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private byte[] stored(Upload upload, long length) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        store.read(upload.key(), 0, length, copy);
        return copy.toByteArray();
    }
}
