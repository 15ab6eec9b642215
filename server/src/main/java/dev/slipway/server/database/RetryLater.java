package dev.slipway.server.database;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/**
 * Tries a failed job again after 2 s, 4 s, 8 s … at most 10 minutes, for ever: a job is never dropped in silence. One
 * that keeps failing is counted as stuck by {@link JobCounts}.
 */
public final class RetryLater implements FailureHandler<Void> {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int doublings = Math.min(complete.getExecution().consecutiveFailures, MOST_DOUBLINGS);
        Duration pause = FIRST.multipliedBy(1L << doublings);
        Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        operations.reschedule(complete, complete.getTimeDone().plus(bounded));
    }
}
