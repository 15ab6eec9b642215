package dev.slipway.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.settings.Settings;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsWrittenIsThereAfterReopening() {
        try (Database database = open()) {
            new Settings(database).put("language", "RUSSIAN");
            new Settings(database).put("language", "ENGLISH");
        }
        try (Database database = open()) {
            assertThat(new Settings(database).all()).isEqualTo(Map.of("language", "ENGLISH"));
        }
    }

    @Test
    void aChangeThatFailsLeavesNothing() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.write(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("insert into setting values ('a', 'b')");
                            statement.execute("insert into nonsense values (1)");
                        }
                    }))
                    .isInstanceOf(DeskException.class)
                    .hasMessageContaining("desk.db");
            assertThat(new Settings(database).all()).isEmpty();
        }
    }

    @Test
    void aFullDiskIsToldAsSuchAndForgottenOnceThereIsRoom() {
        try (Database database = open()) {
            Settings settings = new Settings(database);
            String pages = pragma(database, "page_count");
            pragma(database, "max_page_count = " + pages);
            assertThatThrownBy(() -> settings.put("long", "x".repeat(100_000)))
                    .isInstanceOf(DeskException.class)
                    .hasMessageContaining("its disk is full")
                    .satisfies(told -> assertThat(((DeskException) told).code()).isEqualTo(ProblemCode.DISK_FULL))
                    .cause()
                    .hasMessageContaining("SQLITE_FULL")
                    .satisfies(first -> assertThat(first.getSuppressed())
                            .as("what clearing up met")
                            .anyMatch(also -> String.valueOf(also.getMessage()).contains("rollback")));
            settings.put("short", "fits");

            pragma(database, "max_page_count = 1000");
            settings.put("long", "y".repeat(100_000));
            assertThat(settings.all())
                    .containsEntry("long", "y".repeat(100_000))
                    .containsEntry("short", "fits");
        }
    }

    @Test
    void everyCommitReachesTheDisk() {
        try (Database database = open()) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).as("FULL").isEqualTo("2");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void itsFilesAreTheirOwnersAloneAlsoThoseOfEarlierBuilds() throws IOException {
        try (Database database = open()) {
            new Settings(database).put("a", "1");
            assertThat(permissions()).hasSize(3).containsOnly("rw-------");
            for (Path file : files()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
            try (Database other = open()) {
                new Settings(other).put("b", "2");
                assertThat(permissions()).hasSize(3).containsOnly("rw-------");
            }
        }
    }

    @Test
    void whatIsDeletedIsZeros() {
        try (Database database = open()) {
            assertThat(pragma(database, "secure_delete")).isEqualTo("1");
        }
    }

    @Test
    void twoProcessesMayWriteInTurn() {
        try (Database one = open();
                Database other = open()) {
            new Settings(one).put("a", "1");
            new Settings(other).put("b", "2");
            assertThat(new Settings(one).all()).isEqualTo(Map.of("a", "1", "b", "2"));
        }
    }

    @Test
    void whatIsDamagedFurtherBackIsFoundAtTheStart() throws IOException {
        try (Database database = open()) {
            for (int number = 0; number < 40; number++) {
                new Settings(database).put("name" + number, "x".repeat(1000));
            }
        }
        Path file = folder.resolve("desk.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 8192, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        assertThatThrownBy(() -> Database.openChecked(file))
                .isInstanceOf(DeskException.class)
                .satisfies(told -> assertThat(((DeskException) told).code()).isEqualTo(ProblemCode.LIBRARY_DAMAGED));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void whatIsWholeOpensAfterTheCheck() {
        open().close();
        try (Database database = Database.openChecked(folder.resolve("desk.db"))) {
            assertThat(new Settings(database).all()).isEmpty();
        }
    }

    @Test
    void whatANewerSlipwayWroteIsLeftAlone() {
        try (Database database = open()) {
            database.read(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("pragma user_version = " + (Migrations.NEWEST + 1));
                }
            });
        }
        assertThatThrownBy(this::open).isInstanceOf(DeskException.class).hasMessageContaining("newer Slipway");
    }

    private List<String> permissions() throws IOException {
        List<String> permissions = new ArrayList<>();
        for (Path file : files()) {
            permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        return permissions;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Database open() {
        return Database.open(folder.resolve("desk.db"));
    }

    private static String pragma(Database database, String name) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return first(statement, "pragma " + name);
            }
        });
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.getString(1);
        }
    }
}
