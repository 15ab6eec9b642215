package dev.slipway.desk.draft;

import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.store.Rows;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The drafts in the database. Each section is written by itself, so none overwrites another's newer words. Blocking. */
public final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final Database database;
    /** Begun and not in the database yet. */
    private final Map<DraftId, Draft> begun = new ConcurrentHashMap<>();

    public Drafts(Database database) {
        this.database = database;
    }

    /** Those that can be read, the newest first. */
    public List<Draft> all() {
        return rows().readable();
    }

    /** The newest first; what cannot be read is in the log. */
    public Rows<Draft> rows() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "select id, source, created_at, facts, form, wishes, preparation from draft"
                                    + " order by created_at desc, id");
                    ResultSet rows = query.executeQuery()) {
                List<Draft> drafts = new ArrayList<>();
                List<String> unreadable = new ArrayList<>();
                while (rows.next()) {
                    String id = String.valueOf(rows.getString(1));
                    try {
                        drafts.add(draft(rows));
                    } catch (JacksonException | IllegalArgumentException e) {
                        LOG.warn("The publication {} cannot be read and stays as it is: {}", id, e.getMessage());
                        unreadable.add(id);
                    }
                }
                return new Rows<>(drafts, unreadable);
            }
        });
    }

    /** Until it is inserted or deleted, a section that is saved brings it along: a full disk may refuse it at first. */
    public void begin(Draft draft) {
        begun.put(draft.id(), draft);
    }

    /** What is there already stays as it is. */
    public void insert(Draft draft) {
        database.write(connection -> insert(connection, draft));
        begun.remove(draft.id());
    }

    /** Inserts what was begun, unless it was inserted or deleted since. */
    public void bring(DraftId id) {
        database.write(connection -> insertMissing(connection, id));
        begun.remove(id);
    }

    /** Asked within the transaction, so that what is deleted meanwhile does not come back. */
    private void insertMissing(Connection connection, DraftId id) throws SQLException {
        Draft missing = begun.get(id);
        if (missing != null) {
            insert(connection, missing);
        }
    }

    private static void insert(Connection connection, Draft draft) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(
                "insert into draft (id, source, created_at, facts, form, wishes, preparation)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            change.setString(1, draft.id().toString());
            change.setString(2, draft.source().toString());
            change.setLong(3, draft.createdAt().toEpochMilli());
            change.setString(4, json(draft.facts()));
            change.setString(5, json(draft.form()));
            change.setString(6, json(draft.wishes()));
            change.setString(7, json(draft.preparation()));
            change.executeUpdate();
        }
    }

    public void saveFacts(DraftId id, MediaFacts facts) {
        update("update draft set facts = ? where id = ?", id, facts);
    }

    public void saveForm(DraftId id, DraftForm form) {
        update("update draft set form = ? where id = ?", id, form);
    }

    public void saveWishes(DraftId id, PrepareOptions wishes) {
        update("update draft set wishes = ? where id = ?", id, wishes);
    }

    /** @param preparation null when what was made is thrown away */
    public void savePreparation(DraftId id, @Nullable Preparation preparation) {
        update("update draft set preparation = ? where id = ?", id, preparation);
    }

    public void delete(DraftId id) {
        begun.remove(id);
        database.write(connection -> {
            try (PreparedStatement change = connection.prepareStatement("delete from draft where id = ?")) {
                change.setString(1, id.toString());
                change.executeUpdate();
            }
        });
    }

    private void update(String command, DraftId id, @Nullable Object value) {
        database.write(connection -> {
            insertMissing(connection, id);
            try (PreparedStatement change = connection.prepareStatement(command)) {
                change.setString(1, json(value));
                change.setString(2, id.toString());
                change.executeUpdate();
            }
        });
        begun.remove(id);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new DraftId(UUID.fromString(row.getString(1))),
                Path.of(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                read(row.getString(4), MediaFacts.class),
                present(row.getString(5), DraftForm.class),
                present(row.getString(6), PrepareOptions.class),
                read(row.getString(7), Preparation.class));
    }

    private static <T> T present(@Nullable String json, Class<T> type) {
        T value = read(json, type);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + type.getSimpleName());
        }
        return value;
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : Json.LENIENT.readValue(json, type);
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Json.STRICT.writeValueAsString(value);
    }
}
