package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;
import dev.slipway.media.review.SampledPicture;
import dev.slipway.model.publication.PublicationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Looks up pictures that came onto the list in the films that passed it before. Only what is new is compared, with what
 * the check of each film saw, so that no film is decoded again. Killed in the middle it begins anew.
 */
@Service
class LaterPictures {
    private static final Logger log = LoggerFactory.getLogger(LaterPictures.class);
    private static final int PAGE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient database;
    private final PictureRows rows;
    private final PictureAlarm alarm;

    LaterPictures(JdbcClient database, PictureRows rows, PictureAlarm alarm) {
        this.database = database;
        this.rows = rows;
        this.alarm = alarm;
    }

    /** A picture that is on the list and was not when it was looked up last. */
    private record Listed(PdqHash hash, String reason) {}

    void lookUp() {
        long from = number("SELECT looked_up FROM picture_list_revision");
        long to = number("SELECT coalesce(max(id), 0) FROM picture_change");
        if (to == from) {
            return;
        }
        List<Listed> added = added(from, to);
        if (!added.isEmpty()) {
            int found = lookUp(added);
            log.info("Of {} pictures that came onto the list, {} films have some", added.size(), found);
        }
        database.sql("UPDATE picture_list_revision SET looked_up = :to")
                .param("to", to)
                .update();
    }

    private int lookUp(List<Listed> added) {
        Map<PdqHash, String> reasons = added.stream().collect(Collectors.toMap(Listed::hash, Listed::reason));
        BlockList list = BlockList.of(List.copyOf(reasons.keySet()));
        int found = 0;
        UUID last = BEFORE_ALL;
        List<UUID> page = page(last);
        while (!page.isEmpty()) {
            for (UUID id : page) {
                PublicationId publication = new PublicationId(id);
                Optional<String> doubt = doubt(publication, list, reasons::get);
                doubt.ifPresent(sentence -> alarm.raise(publication, sentence));
                found += doubt.isPresent() ? 1 : 0;
                last = id;
            }
            page = page(last);
        }
        return found;
    }

    private Optional<String> doubt(PublicationId publication, BlockList list, Function<PdqHash, String> reason) {
        for (SampledPicture picture : rows.sampled(publication)) {
            Optional<PdqHash> match = list.match(picture.pdq());
            if (match.isPresent()) {
                return Optional.of(PicturePlace.of(picture) + " came onto this server's block list after the check: "
                        + reason.apply(match.get()));
            }
        }
        return Optional.empty();
    }

    /** What was on the list before and is only told anew, as when a whole list is sent again, was looked up then. */
    private List<Listed> added(long from, long to) {
        return database.sql("""
                        SELECT DISTINCT listed.hash, listed.reason
                        FROM picture_change AS change
                        JOIN blocked_picture AS listed ON listed.hash = change.hash
                        LEFT JOIN LATERAL (
                            SELECT action, quality FROM picture_change AS before
                            WHERE before.hash = change.hash AND before.id < change.id
                            ORDER BY before.id DESC LIMIT 1
                        ) AS known ON true
                        WHERE change.id > :from AND change.id <= :to AND change.action = 'put'
                          AND listed.quality >= :least
                          AND (known.action IS NULL OR known.action <> 'put' OR known.quality < :least)
                        """)
                .param("from", from)
                .param("to", to)
                .param("least", PdqHash.LEAST_QUALITY)
                .query((row, number) -> new Listed(PdqHash.parse(row.getString(1)), row.getString(2)))
                .list();
    }

    private List<UUID> page(UUID last) {
        return database.sql("""
                        SELECT publication.id FROM publication
                        WHERE id > :last AND content IN ('moderating', 'ready', 'published', 'held')
                          AND EXISTS (SELECT 1 FROM picture_hash WHERE publication_id = publication.id)
                        ORDER BY id LIMIT :page
                        """)
                .param("last", last)
                .param("page", PAGE)
                .query(UUID.class)
                .list();
    }

    private long number(String statement) {
        return database.sql(statement).query(Long.class).single();
    }
}
