package dev.slipway.server.launch;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.slipway.server.database.RetryLater;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps as jobs of the queue. */
@Configuration(proxyBeanMethods = false)
class LaunchJobs {
    private static final Duration BETWEEN_EXPIRIES = Duration.ofMinutes(1);

    @Bean
    Task<Void> verifyJob(LaunchWorkflow workflow) {
        return job(Step.VERIFY, workflow::verify);
    }

    @Bean
    Task<Void> moderateJob(LaunchWorkflow workflow) {
        return job(Step.MODERATE, workflow::moderate);
    }

    @Bean
    Task<Void> expireDraftsJob(DraftExpiry expiry) {
        return Tasks.recurring("expire-drafts", FixedDelay.of(BETWEEN_EXPIRIES))
                .execute((instance, context) -> expiry.run());
    }

    private static Task<Void> job(String name, Consumer<Step> work) {
        return Tasks.oneTime(name)
                .onFailure(new RetryLater())
                .execute((instance, context) -> work.accept(Step.parse(instance.getId())));
    }
}
