package dev.slipway.broken.rows;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves a stream of rows open, and its connection with it. */
public final class KeepsItsConnection {
    private KeepsItsConnection() {}

    public static List<String> names(JdbcClient database) {
        return database.sql("select name from anything").query(String.class).stream()
                .toList();
    }
}
