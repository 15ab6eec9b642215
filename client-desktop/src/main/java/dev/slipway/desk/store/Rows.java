package dev.slipway.desk.store;

import java.util.List;

/**
 * What a table holds. A row that cannot be read stays in it as it is, and in nobody's way.
 *
 * @param unreadable the ids of those
 */
public record Rows<T>(List<T> readable, List<String> unreadable) {
    public Rows {
        readable = List.copyOf(readable);
        unreadable = List.copyOf(unreadable);
    }
}
