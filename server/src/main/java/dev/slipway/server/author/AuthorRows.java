package dev.slipway.server.author;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.profile.Profile;
import dev.slipway.server.publication.Publication;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table author. */
@Component
class AuthorRows {
    private final JdbcClient database;
    private final InstantSource clock;

    AuthorRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A row without the picture itself. */
    record Author(Address address, String name, String url, String activityHobbies, boolean hasAvatar) {}

    /** Does nothing when the author is known. Part of the caller's transaction. */
    void create(Address address) {
        database.sql(
                        "INSERT INTO author (address, created_at) VALUES (:address, :now) ON CONFLICT (address) DO NOTHING")
                .param("address", address.hex())
                .param("now", now())
                .update();
    }

    /**
     * Replaces all that is told of the publication's author, unless the same or a newer publication did so before. Part
     * of the caller's transaction.
     *
     * @param avatar a WebP file of our own making; empty takes the picture away
     */
    void tell(Publication publication, Profile profile, Optional<byte[]> avatar) {
        database.sql("""
                        UPDATE author
                        SET name = :name, url = :url, activity_hobbies = :activityHobbies, avatar = :avatar,
                            avatar_sha256 = :sha256, changed_at = :now, changed_by = :publication,
                            changed_by_drafted_at = :drafted
                        WHERE address = :address
                          AND (changed_by_drafted_at IS NULL OR changed_by_drafted_at < :drafted)
                        """)
                .param("name", profile.name())
                .param("url", profile.url())
                .param("activityHobbies", profile.activityHobbies())
                .param("avatar", avatar.orElse(null))
                .param("sha256", avatar.map(Sha256::of).map(Hex::plain).orElse(null))
                .param("now", now())
                .param("publication", publication.id().uuid())
                .param("drafted", publication.createdAt().atOffset(ZoneOffset.UTC))
                .param("address", publication.author().hex())
                .update();
    }

    List<Author> find(Collection<Address> addresses) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        SELECT address, name, url, activity_hobbies, avatar_sha256 FROM author
                        WHERE address IN (:addresses)
                        """)
                .param("addresses", addresses.stream().map(Address::hex).toList())
                .query((row, number) -> new Author(
                        new Address(text(row, "address")),
                        text(row, "name"),
                        text(row, "url"),
                        text(row, "activity_hobbies"),
                        row.getString("avatar_sha256") != null))
                .list();
    }

    Optional<AvatarImage> avatar(Address address) {
        return database.sql("SELECT avatar, avatar_sha256 FROM author WHERE address = :address AND avatar IS NOT NULL")
                .param("address", address.hex())
                .query((row, number) ->
                        new AvatarImage(Objects.requireNonNull(row.getBytes("avatar")), text(row, "avatar_sha256")))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
