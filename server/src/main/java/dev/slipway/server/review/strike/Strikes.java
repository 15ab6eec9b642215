package dev.slipway.server.review.strike;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.configuration.ReviewSettings;
import dev.slipway.server.publication.AuthorStanding;
import dev.slipway.server.review.queue.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table author_strike: who has broken the rules too often may publish nothing for now. */
@Component
public class Strikes implements AuthorStanding {
    private static final String COLUMNS =
            "SELECT id, at, category, publication_id, ends_at, withdrawn_at FROM author_strike ";

    private final JdbcClient database;
    private final KeptStrikes kept;
    private final ReviewSettings settings;
    private final InstantSource clock;

    Strikes(JdbcClient database, KeptStrikes kept, ReviewSettings settings, InstantSource clock) {
        this.database = database;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
    }

    /** One at most for each publication. */
    public boolean add(Address author, PublicationId publication, Rule category) {
        Instant now = clock.instant();
        return database.sql("""
                        INSERT INTO author_strike (author, publication_id, category, at, ends_at)
                        VALUES (:author, :publication, :category, :now, :ends)
                        ON CONFLICT (publication_id) WHERE withdrawn_at IS NULL DO NOTHING
                        """)
                        .param("author", author.hex())
                        .param("publication", publication.uuid())
                        .param("category", category.text())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("ends", now.plus(settings.strikePeriod()).atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The strike for a decision that was taken back. */
    public boolean withdraw(PublicationId publication) {
        return database.sql("""
                        UPDATE author_strike SET withdrawn_at = :now
                        WHERE publication_id = :publication AND withdrawn_at IS NULL
                        """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("publication", publication.uuid())
                        .update()
                > 0;
    }

    public Optional<Strike> find(long id) {
        return database.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Newest first. */
    public List<Strike> of(Address author) {
        return database.sql(COLUMNS + "WHERE author = :author ORDER BY id DESC")
                .param("author", author.hex())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<Reason> refusal(Address author) {
        List<Instant> counting = endsOf(author);
        if (counting.size() < settings.strikes()) {
            return Optional.empty();
        }
        Instant until = counting.get(settings.strikes() - 1);
        return Optional.of(new Reason(
                ProblemCode.AUTHOR_SUSPENDED,
                "Publications of this author broke the rules of this server " + counting.size()
                        + " times, so that it takes no others until " + until
                        + ". Nothing was paid. Who appeals with success is free before."));
    }

    /** Of those that count, the latest first. */
    private List<Instant> endsOf(Address author) {
        Instant now = clock.instant();
        Stream<Instant> own = of(author).stream()
                .filter(strike -> strike.withdrawnAt() == null && now.isBefore(strike.endsAt()))
                .map(Strike::endsAt);
        return Stream.concat(own, kept.of(author).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Strike read(ResultSet row) throws SQLException {
        return new Strike(
                row.getLong("id"),
                Objects.requireNonNull(instant(row, "at")),
                Rule.parse(row.getString("category")),
                new PublicationId(row.getObject("publication_id", UUID.class)),
                Objects.requireNonNull(instant(row, "ends_at")),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
