package dev.slipway.server.upload;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.testing.SettableClock;
import dev.slipway.server.testing.TestDatabase;
import dev.slipway.server.upload.UploadReceiver.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The receiving part on a real database, without the web, so that a test can fail it at any point. */
final class UploadBench {
    static final UploadLimits LIMITS = new UploadLimits(
            1 << 30, 40, 100, 8, 2, 1000, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(48));

    static final UploadOwner OWNER = new UploadOwner("0".repeat(64), "1".repeat(64));

    private final DataSource source = TestDatabase.migrated().dataSource();
    private final Random random = new Random(7);

    final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
    final JdbcClient database = JdbcClient.create(source);
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    final UploadRows rows = new UploadRows(database);
    final UploadLeases leases = new UploadLeases(database, transactions, clock, LIMITS);

    UploadReceiver receiver(ArtifactStore store) {
        return new UploadReceiver(leases, store, clock, LIMITS);
    }

    UploadCreation creation(ArtifactStore store, UploadQuotas quotas) {
        return new UploadCreation(
                rows, new UploadGrants(database), store, transactions, new SecureRandom(), clock, quotas);
    }

    Upload upload(ArtifactStore store, long declared) {
        PublicationId publication = new PublicationId(UUID.randomUUID());
        byte[] id = new byte[16];
        random.nextBytes(id);
        Upload upload = new Upload(
                HexFormat.of().formatHex(id),
                publication,
                "video-360-vp9.mp4",
                "",
                declared,
                0,
                store.create(publication, ".mp4"),
                clock.instant());
        if (!rows.insert(upload, OWNER)) {
            throw new IllegalStateException("the upload is there already");
        }
        return upload;
    }

    /** As the row says, whatever is in the file. */
    void arrived(Upload upload, long bytes) {
        database.sql("UPDATE upload SET received_bytes = :bytes WHERE id = :id")
                .param("bytes", bytes)
                .param("id", upload.id())
                .update();
    }

    Upload reread(Upload upload) {
        return rows.find(upload.id()).orElseThrow();
    }

    static Body body(byte[] bytes, int from, int to) {
        return new Body(new ByteArrayInputStream(bytes, from, to - from), to - from);
    }

    /** A body whose connection is cut after some bytes. */
    static Body cutBody(byte[] bytes, int from, int to, int announcedTo) {
        InputStream cut = new InputStream() {
            private final ByteArrayInputStream arrived = new ByteArrayInputStream(bytes, from, to - from);

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = arrived.read(into, offset, length);
                if (read < 0) {
                    throw new IOException("cut");
                }
                return read;
            }
        };
        return new Body(cut, announcedTo - from);
    }
}
