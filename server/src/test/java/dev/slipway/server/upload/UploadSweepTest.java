package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.LocalFile;
import dev.slipway.server.storage.ObjectKey;
import dev.slipway.server.storage.SealedArtifact;
import dev.slipway.server.storage.SealedArtifacts;
import dev.slipway.server.storage.StorageException;
import dev.slipway.server.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@ServerTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UploadSweepTest {
    private static final Cargo CARGO = Cargo.of(1_000);

    private final PreparedPublications prepared;
    private final Publications publications;
    private final UploadCreation creation;
    private final UploadRows rows;
    private final FileSweep sweep;
    private final ArtifactStore store;
    private final SealedArtifacts sealed;
    private final JdbcClient database;
    private int owners;

    @Autowired
    UploadSweepTest(
            ApplicationContext context,
            Publications publications,
            UploadCreation creation,
            UploadRows rows,
            FileSweep sweep,
            ArtifactStore store,
            SealedArtifacts sealed,
            JdbcClient database) {
        this.prepared = new PreparedPublications(context);
        this.publications = publications;
        this.creation = creation;
        this.rows = rows;
        this.sweep = sweep;
        this.store = store;
        this.sealed = sealed;
        this.database = database;
    }

    @Test
    void onlyWhatIsOverAndHasBeenSilentForTwoDaysIsSwept() {
        Upload overAndSilent = upload(ContentState.EXPIRED, Duration.ofHours(49));
        Upload overAndRecent = upload(ContentState.EXPIRED, Duration.ofHours(47));
        Upload aliveAndSilent = upload(ContentState.UPLOADING, Duration.ofDays(6));

        sweep.run(Sweeping.REAL);

        assertThat(rows.find(overAndSilent.id())).isEmpty();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.length(overAndSilent.key()));
        assertThat(rows.find(overAndRecent.id())).isPresent();
        assertThat(rows.find(aliveAndSilent.id())).isPresent();
        assertThat(store.length(aliveAndSilent.key())).isZero();
    }

    @Test
    void aLatePaymentFindsItsRoomAgainAfterTheSweep() {
        Upload swept = upload(ContentState.EXPIRED, Duration.ofHours(49));
        sweep.run(Sweeping.REAL);
        publications.changeContent(swept.publication(), ContentState.UPLOADING, null);

        assertThat(open(swept.publication()).id()).isNotEqualTo(swept.id());
    }

    @Test
    void aDrySweepSaysWhatTheRealOneDoesAndDeletesNothing() throws IOException {
        sweep.run(Sweeping.REAL);
        Upload over = upload(ContentState.EXPIRED, Duration.ofHours(49));
        store.append(over.key(), 0, new ByteArrayInputStream(new byte[300]), 300);
        Upload abandoned = abandoned(Duration.ofDays(8), Duration.ofDays(8));
        stray(Duration.ofHours(49));
        Optional<SweepReport> before = sweep.last();

        SweepReport dry = sweep.run(Sweeping.DRY);

        assertThat(dry)
                .extracting(
                        SweepReport::abandoned,
                        SweepReport::publications,
                        SweepReport::strays,
                        SweepReport::files,
                        SweepReport::bytes)
                .containsExactly(1, 2, 1, 3, 300L + 70L);
        assertThat(store.length(over.key())).isEqualTo(300);
        assertThat(rows.find(abandoned.id())).isPresent();
        assertThat(content(abandoned)).isEqualTo(ContentState.UPLOADING);
        assertThat(sweep.last()).isEqualTo(before);

        SweepReport real = sweep.run(Sweeping.REAL);
        assertThat(real).usingRecursiveComparison().ignoringFields("at").isEqualTo(dry);
        assertThat(sweep.last().orElseThrow().files()).isEqualTo(3);
        assertThat(sweep.run(Sweeping.DRY).files()).isZero();
    }

    @Test
    void aFileThatNoRowNamesGoesOnceItIsTwoDaysOld() throws IOException {
        ObjectKey old = stray(Duration.ofHours(49));
        ObjectKey young = stray(Duration.ofHours(47));
        Upload known = upload(ContentState.UPLOADING, Duration.ofDays(6));
        age(known.key(), Duration.ofDays(6));
        ObjectKey sealedOne = stray(Duration.ofDays(30));
        sealed.record(
                sealedOne.publication(),
                List.of(new SealedArtifact(
                        CARGO.manifest().manifest().artifacts().getFirst(), sealedOne)));

        sweep.run(Sweeping.REAL);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.length(old));
        assertThat(store.length(young)).isEqualTo(70);
        assertThat(store.length(known.key())).isZero();
        assertThat(store.length(sealedOne)).isEqualTo(70);
    }

    @Test
    void anUploadWithoutAByteForSevenDaysIsOverForGood() {
        Upload silent = abandoned(Duration.ofDays(8), Duration.ofDays(8));
        Upload slow = abandoned(Duration.ofDays(8), Duration.ofDays(6));
        Upload fresh = abandoned(Duration.ofDays(6), Duration.ofDays(8));
        PublicationId empty = prepared.uploading(CARGO.manifest());
        openedBefore(empty, Duration.ofDays(8));

        sweep.run(Sweeping.REAL);

        Publication over = publications.find(silent.publication()).orElseThrow();
        assertThat(over.content()).isEqualTo(ContentState.EXPIRED);
        assertThat(over.isAbandoned()).isTrue();
        assertThat(rows.find(silent.id())).isEmpty();
        assertThat(publications.find(empty).orElseThrow().isAbandoned()).isTrue();
        assertThat(content(slow)).isEqualTo(ContentState.UPLOADING);
        assertThat(content(fresh)).isEqualTo(ContentState.UPLOADING);

        publications.changePayment(
                silent.publication(), new PaymentStanding(PaymentState.CONFIRMING, BigInteger.TEN, 1, null));
        assertThat(content(silent)).isEqualTo(ContentState.EXPIRED);
    }

    @Test
    void whatIsDeclaredCompleteIsNotOverLater() {
        Upload done = abandoned(Duration.ofDays(8), Duration.ofDays(8));
        publications.changeContent(done.publication(), ContentState.VERIFYING, null);

        sweep.run(Sweeping.REAL);

        assertThat(content(done)).isNotEqualTo(ContentState.EXPIRED);
        assertThat(rows.find(done.id())).isPresent();
    }

    private ContentState content(Upload upload) {
        return publications.find(upload.publication()).orElseThrow().content();
    }

    private Upload abandoned(Duration open, Duration silence) {
        Upload upload = upload(ContentState.UPLOADING, silence);
        openedBefore(upload.publication(), open);
        return upload;
    }

    private void openedBefore(PublicationId id, Duration open) {
        assertThat(database.sql("UPDATE upload_opened SET opened_at = :then WHERE publication_id = :id")
                        .param("then", Timestamp.from(Instant.now().minus(open)))
                        .param("id", id.uuid())
                        .update())
                .isEqualTo(1);
    }

    /** A file as a server leaves it that dies before it wrote the row. */
    private ObjectKey stray(Duration age) throws IOException {
        ObjectKey key = store.create(prepared.uploading(CARGO.manifest()), ".mp4");
        store.append(key, 0, new ByteArrayInputStream(new byte[70]), 70);
        age(key, age);
        return key;
    }

    private void age(ObjectKey key, Duration age) throws IOException {
        try (LocalFile file = store.localFile(key)) {
            Files.setLastModifiedTime(file.path(), FileTime.from(Instant.now().minus(age)));
        }
    }

    private Upload upload(ContentState state, Duration silence) {
        PublicationId id = prepared.uploading(CARGO.manifest());
        Upload upload = open(id);
        if (state != ContentState.UPLOADING) {
            publications.changeContent(id, state, null);
        }
        database.sql("UPDATE upload SET last_activity_at = :then WHERE id = :id")
                .param("then", Timestamp.from(Instant.now().minus(silence)))
                .param("id", upload.id())
                .update();
        return upload;
    }

    private Upload open(PublicationId id) {
        UploadMetadata metadata = UploadMetadata.parse(TusCalls.metadata(id.toString(), Cargo.VIDEO));
        return creation.create(
                publications.find(id).orElseThrow(),
                new UploadOwner(Integer.toString(++owners), Integer.toString(owners)),
                metadata,
                CARGO.video().length);
    }
}
