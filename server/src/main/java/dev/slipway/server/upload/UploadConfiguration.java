package dev.slipway.server.upload;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.SweepSettings;
import dev.slipway.server.database.RetryLater;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration implements WebMvcConfigurer {

    @Bean
    @ConditionalOnMissingBean
    UploadLimits uploadLimits() {
        return UploadLimits.DEFAULT;
    }

    /** At midnight where the settings say, once over all servers. */
    @Bean
    RecurringTask<Void> sweepUploads(FileSweep sweep, SweepSettings settings) {
        return Tasks.recurring("sweep-uploads", Schedules.daily(settings.sweepZone(), LocalTime.MIDNIGHT))
                .execute((instance, context) -> sweep.run(Sweeping.REAL));
    }

    /** What was deleted does not wait for midnight. */
    @Bean
    Task<Void> sweepDeleted(UploadSweep sweep) {
        return Tasks.oneTime(DeletedFiles.TASK)
                .onFailure(new RetryLater())
                .execute((instance, context) -> sweep.sweep(PublicationId.parse(instance.getId())));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new TusVersionCheck()).addPathPatterns(UploadAddress.PATH, UploadAddress.PATH + "/*");
    }
}
