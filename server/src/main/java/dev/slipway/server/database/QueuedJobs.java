package dev.slipway.server.database;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue as operators look at it. */
@Component
public class QueuedJobs {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    QueuedJobs(JdbcClient database, ApplicationEventPublisher events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Which jobs are asked for. */
    public enum Selection {
        /** Those that failed last time. */
        FAILING,
        ALL
    }

    /** What became of {@link #retry}. */
    public enum Retry {
        QUEUED,
        RUNNING,
        UNKNOWN
    }

    /**
     * One job.
     *
     * @param task what is done
     * @param instance for what
     * @param dueAt when it runs next, or since when it runs
     * @param failures without a break
     * @param stuck failed so many times that a person should look
     * @param problem why it failed last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QueuedJob(
            String task,
            String instance,
            Instant dueAt,
            boolean running,
            int failures,
            boolean stuck,
            @Nullable Instant lastFailureAt,
            @Nullable Instant lastSuccessAt,
            @Nullable String problem) {}

    /** Those that failed most come first. */
    public List<QueuedJob> list(Selection selection, int limit) {
        return database.sql("""
                        SELECT t.task_name, t.task_instance, t.execution_time, t.picked,
                               coalesce(t.consecutive_failures, 0) AS failures, t.last_failure, t.last_success, f.problem
                        FROM scheduled_tasks t
                        LEFT JOIN job_failure f
                            ON f.task_name = t.task_name AND f.task_instance = t.task_instance
                            AND coalesce(t.consecutive_failures, 0) > 0
                        WHERE :all OR t.consecutive_failures > 0
                        ORDER BY failures DESC, t.execution_time, t.task_name, t.task_instance LIMIT :limit
                        """)
                .param("all", selection == Selection.ALL)
                .param("limit", limit)
                .query((row, number) -> new QueuedJob(
                        Objects.requireNonNull(row.getString("task_name")),
                        Objects.requireNonNull(row.getString("task_instance")),
                        Objects.requireNonNull(instant(row.getObject("execution_time", OffsetDateTime.class))),
                        row.getBoolean("picked"),
                        row.getInt("failures"),
                        row.getInt("failures") >= JobCounts.STUCK_AFTER_FAILURES,
                        instant(row.getObject("last_failure", OffsetDateTime.class)),
                        instant(row.getObject("last_success", OffsetDateTime.class)),
                        row.getString("problem")))
                .list();
    }

    /** Makes it due now, failures and all. One that runs is left alone. */
    public Retry retry(String task, String instance) {
        int queued = database.sql("""
                        UPDATE scheduled_tasks
                        SET execution_time = :now, version = version + 1
                        WHERE task_name = :task AND task_instance = :instance AND NOT picked
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("task", task)
                .param("instance", instance)
                .update();
        if (queued == 1) {
            events.publishEvent(new Jobs.JobsAreDue());
            return Retry.QUEUED;
        }
        boolean isThere = database.sql(
                        "SELECT count(*) > 0 FROM scheduled_tasks WHERE task_name = :task AND task_instance = :instance")
                .param("task", task)
                .param("instance", instance)
                .query(Boolean.class)
                .single();
        return isThere ? Retry.RUNNING : Retry.UNKNOWN;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
