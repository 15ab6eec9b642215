package dev.slipway.desk.settings;

import dev.slipway.desk.store.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Choices by name, kept in the database. Blocking. */
public final class Settings {
    private final Database database;

    public Settings(Database database) {
        this.database = database;
    }

    public Map<String, String> all() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select name, value from setting");
                    ResultSet rows = query.executeQuery()) {
                return collect(rows);
            }
        });
    }

    public void put(String name, String value) {
        database.write(connection -> {
            try (PreparedStatement change =
                    connection.prepareStatement("insert or replace into setting (name, value) values (?, ?)")) {
                change.setString(1, name);
                change.setString(2, value);
                change.executeUpdate();
            }
        });
    }

    private static Map<String, String> collect(ResultSet rows) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        while (rows.next()) {
            values.put(rows.getString(1), rows.getString(2));
        }
        return values;
    }
}
