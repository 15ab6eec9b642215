package dev.slipway.server.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.server.database.JobCounts;
import dev.slipway.server.mail.DeadMails;
import dev.slipway.server.publication.PublicationCounts;
import dev.slipway.server.storage.SealedArtifacts;
import dev.slipway.server.upload.FileSweep;
import dev.slipway.server.upload.SweepReport;
import dev.slipway.server.upload.UploadStatistics;
import dev.slipway.server.webhook.WebhookCounts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /stats}: numbers of the whole installation, without names. */
@RestController
class StatisticsController {
    private final PublicationCounts publications;
    private final JobCounts jobs;
    private final UploadStatistics uploads;
    private final SealedArtifacts sealed;
    private final FileSweep sweep;
    private final WebhookCounts webhooks;
    private final DeadMails mails;

    StatisticsController(
            PublicationCounts publications,
            JobCounts jobs,
            UploadStatistics uploads,
            SealedArtifacts sealed,
            FileSweep sweep,
            WebhookCounts webhooks,
            DeadMails mails) {
        this.publications = publications;
        this.jobs = jobs;
        this.uploads = uploads;
        this.sealed = sealed;
        this.sweep = sweep;
        this.webhooks = webhooks;
        this.mails = mails;
    }

    /**
     * Answer to {@code GET /stats}.
     *
     * @param publications how many there are in each state of content
     * @param storedBytes of all sealed files together
     * @param lastSweep what the last sweep of files deleted; absent before the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Statistics(
            Map<String, Long> publications,
            JobCounts.Counts jobs,
            UploadStatistics.Numbers uploads,
            long storedBytes,
            WebhookCounts.Deliveries webhooks,
            DeadMails.Mails mails,
            @Nullable SweepReport lastSweep) {}

    @GetMapping("/stats")
    ResponseEntity<Statistics> statistics() {
        Statistics numbers = new Statistics(
                publications.byContent(),
                jobs.now(),
                uploads.now(),
                sealed.totalBytes(),
                webhooks.now(),
                mails.count(),
                sweep.last().orElse(null));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(numbers);
    }
}
