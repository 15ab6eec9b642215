package dev.slipway.server.webhook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work on webhooks as jobs of the queue. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 30);

    @Bean
    Task<Void> sendWebhooksJob(WebhookDispatch dispatch) {
        return Tasks.recurring("send-webhooks", FixedDelay.of(BETWEEN_TURNS))
                .execute((instance, context) -> dispatch.run());
    }

    @Bean
    Task<Void> forgetWebhooksJob(DeliveryRows deliveries, InstantSource clock) {
        return Tasks.recurring("forget-webhook-deliveries", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((instance, context) ->
                        deliveries.deleteMadeBefore(clock.instant().minus(KEPT)));
    }
}
