package dev.slipway.server.hashtag;

import dev.slipway.model.publication.HashtagsReply.Hashtag;
import dev.slipway.model.publication.PublicationId;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables hashtag and publication_hashtag. */
@Component
class HashtagRows {
    private final JdbcClient database;

    HashtagRows(JdbcClient database) {
        this.database = database;
    }

    /** Repeating it changes nothing. Part of the caller's transaction. */
    void add(PublicationId publication, Collection<String> hashtags) {
        // By name: whoever adds new ones at the same moment waits for us in the same order, and so never in a circle.
        SortedMap<String, String> writtenByName = new TreeMap<>();
        hashtags.forEach(written -> writtenByName.putIfAbsent(name(written), written));
        writtenByName.forEach((name, written) -> {
            // Changes nothing where it is there, but locks it: nobody deletes it before this publication has it.
            database.sql("""
                            INSERT INTO hashtag (name, written) VALUES (:name, :written)
                            ON CONFLICT (name) DO UPDATE SET name = excluded.name
                            """).param("name", name).param("written", written).update();
            database.sql("""
                            INSERT INTO publication_hashtag (hashtag_id, publication_id)
                            SELECT id, :publication FROM hashtag WHERE name = :name
                            ON CONFLICT DO NOTHING
                            """)
                    .param("publication", publication.uuid())
                    .param("name", name)
                    .update();
        });
    }

    /** With the tags that nobody else has: they may tell of somebody who is gone. Part of the caller's transaction. */
    void remove(PublicationId publication) {
        List<Long> tags = database.sql("""
                        DELETE FROM publication_hashtag WHERE publication_id = :publication RETURNING hashtag_id
                        """)
                .param("publication", publication.uuid())
                .query(Long.class)
                .list();
        if (tags.isEmpty()) {
            return;
        }
        // In the order of those who add, and locked before it is asked who else has them: who takes a tag up at this
        // moment has locked it too, and is then waited for and seen.
        database.sql("SELECT id FROM hashtag WHERE id IN (:tags) ORDER BY name FOR UPDATE")
                .param("tags", tags)
                .query(Long.class)
                .list();
        database.sql("""
                        DELETE FROM hashtag
                        WHERE id IN (:tags)
                          AND NOT EXISTS (SELECT FROM publication_hashtag WHERE hashtag_id = hashtag.id)
                        """).param("tags", tags).update();
    }

    /** The most used first, equally used ones in the order of their names. */
    List<Hashtag> beginningWith(String prefix, int limit) {
        return database.sql("""
                        SELECT hashtag.written, count(*) AS publications
                        FROM hashtag JOIN publication_hashtag ON hashtag_id = hashtag.id
                        WHERE hashtag.name LIKE :pattern ESCAPE '!'
                        GROUP BY hashtag.id
                        ORDER BY publications DESC, hashtag.name
                        LIMIT :limit
                        """)
                .param("pattern", name(prefix).replaceAll("[!%_]", "!$0") + "%")
                .param("limit", limit)
                .query((row, number) -> new Hashtag(row.getString("written"), row.getLong("publications")))
                .list();
    }

    /** What tags are told apart by. */
    private static String name(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
