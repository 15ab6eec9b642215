package dev.slipway.server.picture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done about the list of pictures by itself. */
@Configuration(proxyBeanMethods = false)
class PictureJobs {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    @Bean
    Task<Void> lookUpPicturesJob(LaterPictures later) {
        return Tasks.recurring("look-up-pictures", FixedDelay.of(BETWEEN))
                .execute((instance, context) -> later.lookUp());
    }
}
