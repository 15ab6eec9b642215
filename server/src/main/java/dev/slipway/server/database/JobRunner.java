package dev.slipway.server.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.slipway.server.configuration.DatabaseSettings;
import dev.slipway.server.configuration.Role;
import dev.slipway.server.configuration.ServerSettings;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs the queue's work from when the server answers until it stops. It is started last and stopped first: a job that
 * is under way gets a few seconds, then its thread is interrupted and the job is repeated after the next start.
 */
@Component
class JobRunner implements SmartLifecycle {
    private final Scheduler scheduler;
    private final Set<Role> roles;
    private final boolean alone;
    private final JdbcClient database;
    private volatile boolean running;

    JobRunner(Scheduler scheduler, ServerSettings settings, DatabaseSettings databaseSettings, JdbcClient database) {
        this.scheduler = scheduler;
        this.roles = settings.roles();
        this.alone = databaseSettings.databaseUrl() == null;
        this.database = database;
    }

    @Override
    public boolean isAutoStartup() {
        return roles.contains(Role.WORKER) || roles.contains(Role.WATCHER);
    }

    @Override
    public void start() {
        if (alone) {
            takeBackAbandoned();
        }
        scheduler.start();
        running = true;
    }

    /**
     * Nobody else uses the embedded database, so whatever is marked as running was cut off with the server before this
     * one, and need not wait for its heartbeats to be missed.
     */
    private void takeBackAbandoned() {
        database.sql("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked""").update();
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
