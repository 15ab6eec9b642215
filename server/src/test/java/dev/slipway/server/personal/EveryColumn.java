package dev.slipway.server.personal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search through every column of every table, whatever its type; what a feature adds is found too. */
final class EveryColumn {
    private final JdbcClient database;

    EveryColumn(JdbcClient database) {
        this.database = database;
    }

    /** Those that have the text in them, such as {@code author.name}. */
    Set<String> that(String text) {
        record Column(String table, String name) {}
        List<Column> columns = database.sql("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'""")
                .query((row, number) -> new Column(String.valueOf(row.getString(1)), String.valueOf(row.getString(2))))
                .list();
        Set<String> found = new TreeSet<>();
        String asBytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        for (Column column : columns) {
            boolean isThere = database.sql(
                            "select exists (select from \"" + column.table() + "\" where cast(\"" + column.name()
                                    + "\" as text) like :text or cast(\"" + column.name() + "\" as text) like :bytes)")
                    .param("text", "%" + text + "%")
                    .param("bytes", "%" + asBytes + "%")
                    .query(Boolean.class)
                    .single();
            if (isThere) {
                found.add(column.table() + "." + column.name());
            }
        }
        return found;
    }
}
