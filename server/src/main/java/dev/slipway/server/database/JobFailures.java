package dev.slipway.server.database;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table job_failure: why jobs failed last. What runs through is forgotten there. */
@Component
class JobFailures extends AbstractSchedulerListener {
    private static final int MAX_LENGTH = 500;

    private final JdbcClient database;

    JobFailures(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        TaskInstanceId job = complete.getExecution().taskInstance;
        if (complete.getResult() == ExecutionComplete.Result.FAILED) {
            database.sql("""
                            INSERT INTO job_failure (task_name, task_instance, at, problem)
                            VALUES (:task, :instance, :at, :problem)
                            ON CONFLICT (task_name, task_instance)
                            DO UPDATE SET at = excluded.at, problem = excluded.problem
                            """)
                    .param("task", job.getTaskName())
                    .param("instance", job.getId())
                    .param("at", complete.getTimeDone().atOffset(ZoneOffset.UTC))
                    .param(
                            "problem",
                            complete.getCause().map(JobFailures::problem).orElse("It was cut off."))
                    .update();
        } else if (complete.getExecution().consecutiveFailures > 0) {
            database.sql("DELETE FROM job_failure WHERE task_name = :task AND task_instance = :instance")
                    .param("task", job.getTaskName())
                    .param("instance", job.getId())
                    .update();
        }
    }

    private static String problem(Throwable cause) {
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.replaceAll("[\\p{C}\\s]+", " ")
                .codePoints()
                .limit(MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
