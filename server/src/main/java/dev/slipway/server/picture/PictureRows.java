package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;
import dev.slipway.media.review.PictureSource;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.media.review.SampledPicture;
import dev.slipway.media.review.StripPicture;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.verification.CheckedPictures;
import dev.slipway.server.verification.KeptOfCheck;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables picture_hash and strip_picture. */
@Component
class PictureRows implements CheckedPictures, KeptOfCheck {
    private final JdbcClient database;

    PictureRows(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void keep(PublicationId publication, ReviewMaterial material) {
        forget(publication);
        UUID id = publication.uuid();
        keepHashes(id, material.pictures());
        for (int number = 0; number < material.strip().size(); number++) {
            StripPicture picture = material.strip().get(number);
            database.sql("""
                            INSERT INTO strip_picture (publication_id, number, micros, webp)
                            VALUES (:id, :number, :micros, :webp)
                            """)
                    .param("id", id)
                    .param("number", number)
                    .param("micros", picture.micros())
                    .param("webp", picture.bytes())
                    .update();
        }
    }

    @Override
    public void forget(PublicationId publication) {
        database.sql("DELETE FROM picture_hash WHERE publication_id = :id")
                .param("id", publication.uuid())
                .update();
        database.sql("DELETE FROM strip_picture WHERE publication_id = :id")
                .param("id", publication.uuid())
                .update();
    }

    private void keepHashes(UUID publication, List<SampledPicture> pictures) {
        database.sql("""
                        INSERT INTO picture_hash (publication_id, number, source, micros, hash, quality, score)
                        SELECT :id, seen.number, seen.source, seen.micros, seen.hash, seen.quality, seen.score
                        FROM unnest(:sources, :times, :hashes, :qualities, :scores)
                             WITH ORDINALITY AS seen (source, micros, hash, quality, score, number)
                        """)
                .param("id", publication)
                .param("sources", strings(pictures, picture -> picture.source().name()))
                .param(
                        "times",
                        pictures.stream().mapToLong(SampledPicture::micros).toArray())
                .param("hashes", strings(pictures, picture -> picture.hash().hex()))
                .param(
                        "qualities",
                        pictures.stream().mapToInt(SampledPicture::quality).toArray())
                .param("scores", pictures.stream().map(SampledPicture::score).toArray(Double[]::new))
                .update();
    }

    private static String[] strings(List<SampledPicture> pictures, Function<SampledPicture, String> column) {
        return pictures.stream().map(column).toArray(String[]::new);
    }

    /** In the order in which they were seen. */
    List<SampledPicture> sampled(PublicationId publication) {
        return database.sql("""
                        SELECT source, micros, hash, quality, score FROM picture_hash
                        WHERE publication_id = :id ORDER BY number
                        """)
                .param("id", publication.uuid())
                .query((row, number) -> new SampledPicture(
                        PictureSource.valueOf(row.getString(1)),
                        row.getLong(2),
                        PdqHash.parse(row.getString(3)),
                        row.getInt(4),
                        row.getObject(5, Double.class)))
                .list();
    }
}
