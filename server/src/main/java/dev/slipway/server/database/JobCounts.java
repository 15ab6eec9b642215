package dev.slipway.server.database;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the queue stands. */
@Component
public class JobCounts {
    static final int STUCK_AFTER_FAILURES = 8;

    private final JdbcClient database;
    private final InstantSource clock;

    JobCounts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param due ready to run
     * @param running under way
     * @param later planned, recurring ones included
     * @param failing failed last time and tried again later
     * @param stuck failed many times over: a person should look
     */
    public record Counts(long due, long running, long later, long failing, long stuck) {}

    public Counts now() {
        return database.sql("""
                        select count(*) filter (where not picked and execution_time <= :now) as due,
                               count(*) filter (where picked) as running,
                               count(*) filter (where not picked and execution_time > :now) as later,
                               count(*) filter (where consecutive_failures > 0) as failing,
                               count(*) filter (where consecutive_failures >= :stuck) as stuck
                        from scheduled_tasks""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("stuck", STUCK_AFTER_FAILURES)
                .query(Counts.class)
                .single();
    }
}
