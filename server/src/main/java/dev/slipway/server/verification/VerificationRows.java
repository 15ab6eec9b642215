package dev.slipway.server.verification;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.verification.Verifier.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Table verification. */
@Component
class VerificationRows implements VerificationReport {
    private final JdbcClient database;
    private final InstantSource clock;

    VerificationRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Verdict> verdict(PublicationId publication) {
        return database.sql("""
                        SELECT checks, refusal_code, refusal_message FROM verification
                        WHERE publication_id = :publication AND decided_at IS NOT NULL
                        """)
                .param("publication", publication.uuid())
                .query((row, number) -> verdict(row))
                .optional();
    }

    @Override
    public List<String> of(PublicationId publication) {
        return verdict(publication)
                .map(verdict -> switch (verdict) {
                    case Verdict.Accepted accepted -> accepted.checks();
                    case Verdict.Refused refused -> List.<String>of();
                })
                .orElseGet(List::of);
    }

    /** Notes that a worker died on these files, and tells how many have by now. */
    int countDeath(PublicationId publication) {
        return database.sql("""
                        INSERT INTO verification (publication_id, crashes) VALUES (:publication, 1)
                        ON CONFLICT (publication_id) DO UPDATE SET crashes = verification.crashes + 1
                        RETURNING crashes
                        """)
                .param("publication", publication.uuid())
                .query(Integer.class)
                .single();
    }

    /** The first verdict stays. Part of the caller's transaction. */
    void decide(PublicationId publication, Verdict verdict) {
        PublicationStatus.Reason reason = verdict instanceof Verdict.Refused(var why) ? why : null;
        List<String> checks = verdict instanceof Verdict.Accepted(var sentences) ? sentences : List.of();
        database.sql("""
                        INSERT INTO verification (publication_id, checks, refusal_code, refusal_message, decided_at)
                        VALUES (:publication, :checks::jsonb, :code, :message, :now)
                        ON CONFLICT (publication_id) DO UPDATE
                        SET checks = excluded.checks, refusal_code = excluded.refusal_code,
                            refusal_message = excluded.refusal_message, decided_at = excluded.decided_at
                        WHERE verification.decided_at IS NULL
                        """)
                .param("publication", publication.uuid())
                .param("checks", Json.STRICT.writeValueAsString(checks))
                .param("code", reason == null ? null : reason.code().code())
                .param("message", reason == null ? null : reason.message())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        String code = row.getString("refusal_code");
        if (code != null) {
            String message = Objects.requireNonNull(row.getString("refusal_message"));
            return new Verdict.Refused(new PublicationStatus.Reason(ProblemCode.parse(code), message));
        }
        String checks = Objects.requireNonNull(row.getString("checks"));
        return new Verdict.Accepted(Json.STRICT.readValue(checks, new TypeReference<List<String>>() {}));
    }
}
