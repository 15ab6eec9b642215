package dev.slipway.server.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.slipway.server.configuration.Role;
import dev.slipway.server.configuration.ServerSettings;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the queue's work from when the server answers until it stops. It is started last and stopped first: a job that
 * is under way gets a few seconds, then its thread is interrupted and the job is repeated after the next start.
 */
@Component
class JobRunner implements SmartLifecycle {
    private final Scheduler scheduler;
    private final Set<Role> roles;
    private volatile boolean running;

    JobRunner(Scheduler scheduler, ServerSettings settings) {
        this.scheduler = scheduler;
        this.roles = settings.roles();
    }

    @Override
    public boolean isAutoStartup() {
        return roles.contains(Role.WORKER) || roles.contains(Role.WATCHER);
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @EventListener
    void onJobsAreDue(Jobs.JobsAreDue due) {
        if (running) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
