package dev.slipway.server.upload;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.StoredBytes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The daily sweep: ends uploads that nobody goes on with, then deletes the files of publications that are over and
 * have been silent for two days, then files that no row names and that are as old. It may be cut off at any point, and
 * run twice at the same time: each step looks again before it deletes.
 */
@Component
public class FileSweep {
    private static final Logger log = LoggerFactory.getLogger(FileSweep.class);

    private final AbandonedUploads abandoned;
    private final UploadSweep uploads;
    private final StrayFiles strays;
    private final ArtifactStore store;
    private final JdbcClient database;
    private final UploadLimits limits;
    private final InstantSource clock;

    FileSweep(
            AbandonedUploads abandoned,
            UploadSweep uploads,
            StrayFiles strays,
            ArtifactStore store,
            JdbcClient database,
            UploadLimits limits,
            InstantSource clock) {
        this.abandoned = abandoned;
        this.uploads = uploads;
        this.strays = strays;
        this.store = store;
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /** The files are counted before they go. A dry one changes nothing and leaves no report behind. */
    public SweepReport run(Sweeping sweeping) {
        Instant now = clock.instant();
        List<PublicationId> silent = abandoned.find();
        if (sweeping == Sweeping.REAL) {
            silent.forEach(abandoned::end);
        }
        Set<PublicationId> over = new HashSet<>(uploads.over());
        if (sweeping == Sweeping.DRY) {
            over.addAll(silent);
        }
        int files = 0;
        long bytes = 0;
        for (PublicationId id : over) {
            List<StoredBytes> kept = store.files(id);
            files += kept.size();
            bytes += kept.stream().mapToLong(StoredBytes::bytes).sum();
        }
        if (sweeping == Sweeping.REAL) {
            over.forEach(uploads::sweep);
        }
        List<StoredBytes> lost = strays.unchangedSince(now.minus(limits.idle())).stream()
                .filter(file -> !over.contains(file.key().publication()))
                .toList();
        if (sweeping == Sweeping.REAL) {
            lost.forEach(file -> store.delete(file.key()));
        }
        SweepReport report = new SweepReport(
                now,
                silent.size(),
                over.size(),
                lost.size(),
                files + lost.size(),
                bytes + lost.stream().mapToLong(StoredBytes::bytes).sum());
        if (sweeping == Sweeping.REAL) {
            note(report);
        }
        return report;
    }

    private void note(SweepReport report) {
        database.sql("""
                        INSERT INTO file_sweep (at, abandoned, publications, strays, files, bytes)
                        VALUES (:at, :abandoned, :publications, :strays, :files, :bytes)
                        """)
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("abandoned", report.abandoned())
                .param("publications", report.publications())
                .param("strays", report.strays())
                .param("files", report.files())
                .param("bytes", report.bytes())
                .update();
        log.info(
                "Swept {} files of {} bytes: of {} publications, {} that nobody knew; {} uploads were over",
                report.files(),
                report.bytes(),
                report.publications(),
                report.strays(),
                report.abandoned());
    }

    /** Of all servers of the database; empty where none was made yet. */
    public Optional<SweepReport> last() {
        return database.sql("""
                        SELECT at, abandoned, publications, strays, files, bytes FROM file_sweep
                        ORDER BY id DESC LIMIT 1
                        """)
                .query((row, number) -> new SweepReport(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("abandoned"),
                        row.getInt("publications"),
                        row.getInt("strays"),
                        row.getInt("files"),
                        row.getLong("bytes")))
                .optional();
    }
}
