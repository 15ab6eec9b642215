package dev.slipway.desk.launch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.Publishing;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where a server's grant is kept, and where it is not. */
class GrantsTest {
    private static final String GRANT = "grant-that-lets-anybody-upload";
    private static final String KEY = "film";
    private static final PublicationForm FORM = new PublicationForm("A boat", "", List.of(), null, null);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aGrantIsFoundAgainAndNoFileOfTheDatabaseHasIt() throws IOException {
        try (Journal journal = open()) {
            journal.change(entry -> entry.withSigning(signing("aa")));
            journal.change(entry -> entry.withGrant(GRANT));
            journal.change(entry -> entry.withShown(Publishing.filled("aa")));
            assertThat(journal.entry().grant()).isEqualTo(GRANT);
            assertThat(journal.entry()).asString().contains("A boat").doesNotContain(GRANT);
            assertThat(filesWithGrant()).containsExactly(file("aa"));
        }
        assertThat(journals().find(KEY).orElseThrow().grant()).isEqualTo(GRANT);
        assertThat(journals().all()).extracting(Begun::grant).containsExactly(GRANT);
        try (Journal journal = open()) {
            assertThat(journal.entry().grant()).isEqualTo(GRANT);
        }
        assertThat(filesWithGrant()).containsExactly(file("aa"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aGrantIsItsOwnersAlone() throws IOException {
        try (Journal journal = open()) {
            journal.change(entry -> entry.withSigning(signing("aa")));
            journal.change(entry -> entry.withGrant(GRANT));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("aa"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("grants"))))
                .isEqualTo("rwx------");
    }

    @Test
    void whoReadsAJournalOfAnEarlierBuildMovesItsGrantOut() throws IOException {
        writtenByAnEarlierBuild();
        assertThat(filesWithGrant()).isNotEmpty().doesNotContain(file("aa"));
        assertThat(journals().all()).extracting(Begun::grant).containsExactly(GRANT);
        assertThat(filesWithGrant()).containsExactly(file("aa"));
    }

    @Test
    void whoOpensAJournalOfAnEarlierBuildMovesItsGrantOut() throws IOException {
        writtenByAnEarlierBuild();
        try (Journal journal = open()) {
            assertThat(journal.entry().grant()).isEqualTo(GRANT);
            assertThat(journal.entry().signing()).isEqualTo(signing("aa"));
        }
        assertThat(filesWithGrant()).containsExactly(file("aa"));
    }

    @Test
    void whoIsKilledBeforeTheRowIsWrittenHasTheGrantAllTheSame() throws IOException {
        try (Journal journal = open()) {
            journal.change(entry -> entry.withSigning(signing("aa")));
        }
        new Grants(folder.resolve("grants")).keep(Publishing.filled("aa"), GRANT);

        assertThat(journals().find(KEY).orElseThrow().grant()).isEqualTo(GRANT);
    }

    @Test
    void whoIsKilledBeforeAVoidGrantIsDeletedDoesNotTakeItForTheNewOffers() throws IOException {
        try (Journal journal = open()) {
            journal.change(entry -> entry.withSigning(signing("aa")));
            journal.change(entry -> entry.withGrant(GRANT));
            journal.change(entry -> entry.withSigning(signing("bb")));
            assertThat(file("aa")).as("void").doesNotExist();
        }
        new Grants(folder.resolve("grants")).keep(Publishing.filled("aa"), GRANT);

        assertThat(journals().find(KEY).orElseThrow().grant()).isNull();
    }

    private void writtenByAnEarlierBuild() {
        try (Journal journal = open()) {
            journal.change(entry -> entry.withSigning(signing("aa")));
        }
        // Twice, as each change wrote it anew and left the old one in a page that nothing used.
        for (int i = 0; i < 2; i++) {
            try (Database database = Database.open(folder.resolve("desk.db"))) {
                database.write(connection -> {
                    try (PreparedStatement command =
                            connection.prepareStatement("update journal set entry = json_set(entry, '$.grant', ?)")) {
                        command.setString(1, GRANT);
                        command.executeUpdate();
                    }
                });
            }
        }
    }

    private Journal open() {
        return journals().open(KEY, folder.resolve(KEY), FORM);
    }

    private Journals journals() {
        return new Journals(folder.resolve("desk.db"), () -> Instant.EPOCH);
    }

    private Path file(String fill) {
        return folder.resolve("grants").resolve(Publishing.filled(fill).hex());
    }

    private static JournalEntry.Signing signing(String fill) {
        return new JournalEntry.Signing(
                Publishing.filled(fill), new Address("0x" + "12".repeat(20)), Publishing.filled("cc"), 1, "0x00");
    }

    private List<Path> filesWithGrant() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(GrantsTest::hasGrant).toList();
        }
    }

    private static boolean hasGrant(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(GRANT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
