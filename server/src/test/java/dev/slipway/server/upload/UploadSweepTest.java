package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.StorageException;
import dev.slipway.server.testing.ServerTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
    private final UploadSweep sweep;
    private final ArtifactStore store;
    private final JdbcClient database;

    @Autowired
    UploadSweepTest(
            ApplicationContext context,
            Publications publications,
            UploadCreation creation,
            UploadRows rows,
            UploadSweep sweep,
            ArtifactStore store,
            JdbcClient database) {
        this.prepared = new PreparedPublications(context);
        this.publications = publications;
        this.creation = creation;
        this.rows = rows;
        this.sweep = sweep;
        this.store = store;
        this.database = database;
    }

    @Test
    void onlyWhatIsOverAndHasBeenSilentForTwoDaysIsSwept() {
        Upload overAndSilent = upload(ContentState.EXPIRED, Duration.ofHours(49));
        Upload overAndRecent = upload(ContentState.EXPIRED, Duration.ofHours(47));
        Upload aliveAndSilent = upload(ContentState.UPLOADING, Duration.ofDays(30));

        sweep.run();

        assertThat(rows.find(overAndSilent.id())).isEmpty();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.length(overAndSilent.key()));
        assertThat(rows.find(overAndRecent.id())).isPresent();
        assertThat(rows.find(aliveAndSilent.id())).isPresent();
        assertThat(store.length(aliveAndSilent.key())).isZero();
    }

    @Test
    void aLatePaymentFindsItsRoomAgainAfterTheSweep() {
        Upload swept = upload(ContentState.EXPIRED, Duration.ofHours(49));
        sweep.run();
        publications.changeContent(swept.publication(), ContentState.UPLOADING, null);

        assertThat(open(swept.publication()).id()).isNotEqualTo(swept.id());
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
        return creation.create(publications.find(id).orElseThrow(), metadata, CARGO.video().length);
    }
}
