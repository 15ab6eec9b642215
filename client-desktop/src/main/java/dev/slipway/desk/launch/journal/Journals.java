package dev.slipway.desk.launch.journal;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.store.Rows;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The journals of all publications in the desk's database, which window and command line share. Blocking. */
public final class Journals {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final Path file;
    private final Grants grants;
    private final InstantSource clock;

    /** @param file the database; made with the first journal */
    public Journals(Path file, InstantSource clock) {
        this.file = file;
        this.grants = Grants.beside(file.toAbsolutePath());
        this.clock = clock;
    }

    /**
     * The journal of one publication, for its owner alone until it is closed.
     *
     * @param key names the publication on this desk
     * @param folder of its files, with the lock
     * @param form where it begins
     * @throws DeskException {@code conflict} when another process publishes the same at this moment
     */
    public Journal open(String key, Path folder, PublicationForm form) {
        JournalLock lock = JournalLock.take(folder);
        try {
            return open(new Place(key, folder), form, lock);
        } catch (DeskException e) {
            lock.close();
            throw e;
        }
    }

    private Journal open(Place place, PublicationForm form, JournalLock lock) {
        Database database = Database.open(file);
        try {
            JournalEntry before = read(database, place.key()).orElseGet(() -> JournalEntry.begin(form));
            return new Journal(place, lock, database, grants, clock, before);
        } catch (DeskException e) {
            database.close();
            throw e;
        }
    }

    /** Where a journal and its files are. */
    record Place(String key, Path folder) {}

    /** What one of them says, read without its lock; empty where nothing was begun. */
    public Optional<JournalEntry> find(String key) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Database database = Database.open(file)) {
            return read(database, key);
        }
    }

    /** What those say that can be read, in the order of their last change; read without their locks. */
    public List<Begun> all() {
        return rows().readable();
    }

    /** The same; what cannot be read is in the log, and whoever opens it is refused. */
    public Rows<Begun> rows() {
        if (!Files.exists(file)) {
            return new Rows<>(List.of(), List.of());
        }
        try (Database database = Database.open(file)) {
            List<Row> found = database.read(connection -> {
                try (PreparedStatement query = connection.prepareStatement(
                                "select key, folder, entry from journal order by changed_at, key");
                        ResultSet rows = query.executeQuery()) {
                    List<Row> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(new Row(rows.getString(1), rows.getString(2), rows.getString(3)));
                    }
                    return all;
                }
            });
            return readable(database, found);
        }
    }

    private Rows<Begun> readable(Database database, List<Row> found) {
        List<Begun> all = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Row row : found) {
            try {
                all.add(Begun.of(row.key(), Path.of(row.folder()), whole(database, row.key(), row.json())));
            } catch (DeskException | JacksonException | IllegalArgumentException e) {
                LOG.warn("The journal {} cannot be read and stays as it is: {}", row.key(), e.getMessage());
                unreadable.add(row.key());
            }
        }
        return new Rows<>(all, unreadable);
    }

    private record Row(String key, String folder, String json) {}

    private Optional<JournalEntry> read(Database database, String key) {
        Optional<String> json = database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select entry from journal where key = ?")) {
                query.setString(1, key);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
        return json.map(found -> whole(database, key, found));
    }

    /** With its grant, which earlier builds wrote into the row: then it is moved out of it. */
    private JournalEntry whole(Database database, String key, String json) {
        JournalEntry entry = parse(json);
        Bytes32 reference = entry.reference();
        if (reference == null) {
            return entry;
        }
        if (entry.grant() != null) {
            grants.keep(reference, entry.grant());
            moveOut(database, key, json, entry);
            return entry;
        }
        String grant = grants.find(reference);
        return grant == null ? entry : entry.withGrant(grant);
    }

    /** Unless another process has changed the row meanwhile: then the next one that reads it does so. */
    private static void moveOut(Database database, String key, String json, JournalEntry entry) {
        database.write(connection -> {
            try (PreparedStatement command =
                    connection.prepareStatement("update journal set entry = ? where key = ? and entry = ?")) {
                command.setString(1, Json.STRICT.writeValueAsString(entry));
                command.setString(2, key);
                command.setString(3, json);
                command.executeUpdate();
            }
        });
        // What earlier builds wrote over is in pages that nothing uses.
        database.compact();
    }

    private JournalEntry parse(String json) {
        try {
            return Json.LENIENT.readValue(json, JournalEntry.class);
        } catch (JacksonException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "A journal in " + file + " cannot be read. It may hold a payment: keep the file, and ask for help.",
                    e);
        }
    }
}
