package dev.slipway.desk.launch.journal;

import dev.slipway.desk.store.Database;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import java.io.Closeable;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** What one publication came to so far, in the desk's database. Its methods may be called on any thread. */
public final class Journal implements Closeable {
    private final Journals.Place place;
    private final JournalLock lock;
    private final Database database;
    private final Grants grants;
    private final InstantSource clock;
    private JournalEntry entry;

    Journal(
            Journals.Place place,
            JournalLock lock,
            Database database,
            Grants grants,
            InstantSource clock,
            JournalEntry entry) {
        this.place = place;
        this.lock = lock;
        this.database = database;
        this.grants = grants;
        this.clock = clock;
        this.entry = entry;
    }

    /** As the last {@link #change} left it. */
    public synchronized JournalEntry entry() {
        return entry;
    }

    /**
     * On disk before it returns. A new grant is written before the row and a void one deleted after it, so that who is
     * killed between has no row without its grant.
     */
    public synchronized void change(UnaryOperator<JournalEntry> change) {
        JournalEntry before = entry;
        JournalEntry next = change.apply(before);
        Bytes32 reference = next.reference();
        if (reference != null && next.grant() != null && !next.grant().equals(before.grant())) {
            grants.keep(reference, next.grant());
        }
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
        Bytes32 left = before.reference();
        if (left != null && before.grant() != null && !left.equals(reference)) {
            grants.forget(left);
        }
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
