package dev.slipway.server.picture;

import dev.slipway.model.publication.PublicationId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Small pictures of each film, taken by this server at moments that its author could not foresee. They show what may not
 * be shown to anybody: only to people who decide.
 */
@Component
public class ReviewStrips {
    private final JdbcClient database;

    ReviewStrips(JdbcClient database) {
        this.database = database;
    }

    /**
     * One picture of a strip.
     *
     * @param number for {@link #picture}
     * @param micros when the film shows it
     */
    public record Place(int number, long micros) {}

    /** In the order of their times; empty for films that were checked before there were strips. */
    public List<Place> of(PublicationId publication) {
        return database.sql(
                        "SELECT number, micros FROM strip_picture WHERE publication_id = :id ORDER BY micros, number")
                .param("id", publication.uuid())
                .query((row, number) -> new Place(row.getInt(1), row.getLong(2)))
                .list();
    }

    /** @return a whole WebP file ({@code image/webp}), of this server's own making */
    public Optional<byte[]> picture(PublicationId publication, int number) {
        return database.sql("SELECT webp FROM strip_picture WHERE publication_id = :id AND number = :number")
                .param("id", publication.uuid())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }
}
