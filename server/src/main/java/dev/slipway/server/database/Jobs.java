package dev.slipway.server.database;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts one-time work into the queue, within the caller's transaction: the row is kept or lost with the change that
 * asked for it. A job that is queued already is not queued twice.
 */
@Component
public class Jobs {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Jobs(JdbcClient database, ApplicationEventPublisher events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Told once a job that is due now can be seen by everyone. */
    record JobsAreDue() {}

    public void now(String task, String instance) {
        at(clock.instant(), task, instance);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    events.publishEvent(new JobsAreDue());
                }
            });
        } else {
            events.publishEvent(new JobsAreDue());
        }
    }

    public void at(Instant due, String task, String instance) {
        // Not db-scheduler's own client: its insert would fail on a queued job and PostgreSQL would end the
        // caller's transaction with it.
        database.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:task, :instance, :due, false, 1)
                        on conflict (task_name, task_instance) do nothing""")
                .param("task", task)
                .param("instance", instance)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }
}
