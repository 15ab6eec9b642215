package dev.slipway.server.review;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.slipway.server.review.complaint.Complaints;
import dev.slipway.server.review.strike.KeptStrikes;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the queue does by itself. */
@Configuration(proxyBeanMethods = false)
class ReviewJobs {
    private static final Duration BETWEEN = Duration.ofHours(6);

    @Bean
    Task<Void> eraseComplaintContactsJob(Complaints complaints) {
        return Tasks.recurring("erase-complaint-contacts", FixedDelay.of(BETWEEN))
                .execute((instance, context) -> complaints.eraseContacts());
    }

    @Bean
    Task<Void> forgetKeptStrikesJob(KeptStrikes strikes) {
        return Tasks.recurring("forget-kept-strikes", FixedDelay.of(BETWEEN))
                .execute((instance, context) -> strikes.forgetEnded());
    }
}
