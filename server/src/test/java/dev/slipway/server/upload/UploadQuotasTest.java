package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.configuration.QuotaSettings;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.StorageSpace;
import dev.slipway.server.storage.Stores;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** On a real database, and on a disk whose room the test decides. */
class UploadQuotasTest {
    private static final Cargo CARGO = Cargo.of(250_000);
    private static final DataSize ANY = DataSize.ofBytes(0);

    private final UploadBench bench = new UploadBench();
    private final ArtifactStore store;
    private long free = 1_000_000;

    UploadQuotasTest(@TempDir Path folder) {
        ArtifactStore real = Stores.in(folder);
        this.store = (ArtifactStore) Proxy.newProxyInstance(
                ArtifactStore.class.getClassLoader(),
                new Class<?>[] {ArtifactStore.class},
                (proxy, method, arguments) -> method.getName().equals("space")
                        ? new StorageSpace(free, 100_000)
                        : method.invoke(real, arguments));
    }

    @Test
    void whatWasAnnouncedAndHasNotArrivedNeedsRoomToo() {
        Upload first = bench.upload(store, 600_000);
        assertRefused(ProblemCode.STORAGE_FULL, quotas(ANY, ANY, ANY), UploadBench.OWNER, 300_001);
        assertTaken(quotas(ANY, ANY, ANY), UploadBench.OWNER, 300_000);

        // Once a third of it lies on the disk, that much less is to come and that much less is free.
        bench.arrived(first, 200_000);
        free -= 200_000;
        assertRefused(ProblemCode.STORAGE_FULL, quotas(ANY, ANY, ANY), UploadBench.OWNER, 300_001);
        assertTaken(quotas(ANY, ANY, ANY), UploadBench.OWNER, 300_000);
    }

    @Test
    void theQuotaOfAllHoldsForEverybodyTogether() {
        bench.upload(store, 600_000);
        QuotaSettings settings = quotas(DataSize.ofBytes(700_000), ANY, ANY);
        UploadOwner stranger = new UploadOwner("s".repeat(64), "t".repeat(64));
        assertTaken(settings, stranger, 100_000);
        assertRefused(ProblemCode.STORAGE_FULL, settings, stranger, 100_001);
    }

    @Test
    void aWalletIsOneFromWhereverItComesAndAnAddressWhoeverItIs() {
        bench.upload(store, 600_000);
        UploadOwner wallet = new UploadOwner(UploadBench.OWNER.wallet(), "t".repeat(64));
        UploadOwner address = new UploadOwner("s".repeat(64), UploadBench.OWNER.client());
        DataSize quota = DataSize.ofBytes(700_000);

        assertTaken(quotas(ANY, quota, ANY), wallet, 100_000);
        assertRefused(ProblemCode.QUOTA_EXCEEDED, quotas(ANY, quota, ANY), wallet, 100_001);
        assertTaken(quotas(ANY, quota, ANY), address, 100_001);

        assertTaken(quotas(ANY, ANY, quota), address, 100_000);
        assertRefused(ProblemCode.QUOTA_EXCEEDED, quotas(ANY, ANY, quota), address, 100_001);
        assertTaken(quotas(ANY, ANY, quota), wallet, 100_001);
    }

    /** Each would have room if it did not know of the other. */
    @Test
    void ofTwoAtTheSameMomentTheSecondWaitsAndIsRefused() throws Exception {
        UploadQuotas quotas = new UploadQuotas(
                bench.database, store, quotas(DataSize.ofBytes(300_000), ANY, ANY), UploadBench.LIMITS);
        Publication second = publication();
        UploadMetadata metadata =
                UploadMetadata.parse(TusCalls.metadata(second.id().toString(), Cargo.VIDEO));
        List<Future<Upload>> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            bench.transactions.executeWithoutResult(status -> {
                quotas.hold();
                bench.upload(store, CARGO.video().length);
                UploadOwner stranger = new UploadOwner("s".repeat(64), "t".repeat(64));
                made.add(threads.submit(
                        () -> bench.creation(store, quotas).create(second, stranger, metadata, CARGO.video().length)));
                Await.until("the second to wait for the first", this::waiting, waiting -> waiting == 1);
            });
        }
        assertThatThrownBy(() -> made.getFirst().get())
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.STORAGE_FULL));
        assertThat(quotas.reserved()).isEqualTo(CARGO.video().length);
        assertThat(store.files(second.id())).as("its file went with it").isEmpty();
    }

    private int waiting() {
        return bench.database.sql("""
                        SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                        WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
                        """).query(Integer.class).single();
    }

    private static Publication publication() {
        Address author = new Address("0x" + "11".repeat(20));
        Terms terms = new Terms(
                Terms.VERSION,
                "http://127.0.0.1:1",
                author,
                Terms.PLAIN_RAIL,
                31337,
                author,
                "1000",
                2,
                Instant.parse("2026-05-01T12:00:00Z"),
                365,
                CARGO.manifest().manifest().totalBytes(),
                "rules");
        return new Publication(
                new PublicationId(UUID.randomUUID()),
                1,
                author,
                CARGO.manifest(),
                Author.form(),
                terms,
                null,
                null,
                ContentState.UPLOADING,
                PaymentStanding.NONE,
                null,
                Instant.EPOCH,
                null);
    }

    @Test
    void whatIsSealedIsNoLongerCountedAndNobodyIsRemembered() {
        Upload upload = bench.upload(store, 600_000);
        bench.rows.seal(upload.publication(), bench.clock.instant());
        assertThat(new UploadQuotas(bench.database, store, quotas(ANY, ANY, ANY), UploadBench.LIMITS).reserved())
                .isZero();
        assertThat(bench.database
                        .sql("SELECT count(*) FROM upload WHERE wallet_hash IS NOT NULL OR client_hash IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        assertTaken(quotas(DataSize.ofBytes(1), ANY, ANY), UploadBench.OWNER, 1);
    }

    @Test
    void whatCouldNeverArriveIsKnownBeforeItIsPaid() {
        QuotaSettings settings = quotas(ANY, DataSize.ofBytes(10), DataSize.ofBytes(20));
        assertThat(settings.canHold(10)).isTrue();
        assertThat(settings.canHold(11)).isFalse();
        assertThat(quotas(DataSize.ofBytes(5), ANY, ANY).canHold(6)).isFalse();
        assertThat(quotas(ANY, ANY, DataSize.ofBytes(5)).canHold(6)).isFalse();
        assertThat(quotas(ANY, ANY, ANY).canHold(Long.MAX_VALUE)).isTrue();
    }

    private static QuotaSettings quotas(DataSize all, DataSize wallet, DataSize address) {
        return new QuotaSettings(all, wallet, address);
    }

    private void require(QuotaSettings settings, UploadOwner owner, long bytes) {
        new UploadQuotas(bench.database, store, settings, UploadBench.LIMITS)
                .require(new PublicationId(UUID.randomUUID()), owner, bytes);
    }

    private void assertTaken(QuotaSettings settings, UploadOwner owner, long bytes) {
        assertThatCode(() -> require(settings, owner, bytes)).doesNotThrowAnyException();
    }

    private void assertRefused(ProblemCode code, QuotaSettings settings, UploadOwner owner, long bytes) {
        assertThatThrownBy(() -> require(settings, owner, bytes)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.retryAfter())
                    .isEqualTo(
                            code == ProblemCode.QUOTA_EXCEEDED ? Optional.of(Duration.ofMinutes(1)) : Optional.empty());
        });
    }
}
