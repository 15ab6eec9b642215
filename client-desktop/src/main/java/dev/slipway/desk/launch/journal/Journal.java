package dev.slipway.desk.launch.journal;

import dev.slipway.desk.store.Database;
import dev.slipway.model.encoding.Json;
import java.io.Closeable;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** What one publication came to so far, in the desk's database. Its methods may be called on any thread. */
public final class Journal implements Closeable {
    private final Journals.Place place;
    private final JournalLock lock;
    private final Database database;
    private final InstantSource clock;
    private JournalEntry entry;

    Journal(Journals.Place place, JournalLock lock, Database database, InstantSource clock, JournalEntry entry) {
        this.place = place;
        this.lock = lock;
        this.database = database;
        this.clock = clock;
        this.entry = entry;
    }

    /** As the last {@link #change} left it. */
    public synchronized JournalEntry entry() {
        return entry;
    }

    /** On disk before it returns. */
    public synchronized void change(UnaryOperator<JournalEntry> change) {
        JournalEntry next = change.apply(entry);
        String json = Json.STRICT.writeValueAsString(next);
        database.write(connection -> {
            try (PreparedStatement command = connection.prepareStatement(
                    "insert or replace into journal (key, folder, entry, changed_at) values (?, ?, ?, ?)")) {
                command.setString(1, place.key());
                command.setString(2, place.folder().toString());
                command.setString(3, json);
                command.setLong(4, clock.millis());
                command.executeUpdate();
            }
        });
        entry = next;
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}
