package dev.slipway.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.log.DeskLog;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that somebody's hand or disk has broken. */
class UnreadableRowsTest {
    @TempDir
    Path folder = Path.of("");

    private @Nullable Database opened;

    @BeforeEach
    void open() {
        opened = Database.open(folder.resolve("desk.db"));
    }

    @AfterEach
    void close() {
        database().close();
    }

    @Test
    void draftsThatCannotBeReadAreLeftOutAndKept() throws IOException {
        Drafts drafts = new Drafts(database());
        List<Draft> kept = Stream.of("a", "b", "c", "d", "e", "f")
                .map(name -> Draft.of(Path.of("/videos", name), Instant.EPOCH))
                .toList();
        kept.forEach(drafts::insert);
        change("update draft set form = '{\"title\":' where source = ?", "/videos/b");
        change("update draft set facts = '[1]' where source = ?", "/videos/c");
        change("update draft set form = '{\"hashtags\":[]}' where source = ?", "/videos/d");
        change("update draft set form = 'null' where source = ?", "/videos/e");

        Path log = folder.resolve("desk.log");
        Rows<Draft> rows;
        try (DeskLog _ = DeskLog.writeTo(log)) {
            rows = drafts.rows();
        }
        assertThat(rows.readable())
                .extracting(draft -> draft.source().toString())
                .containsExactlyInAnyOrder("/videos/a", "/videos/f");
        List<String> broken =
                kept.subList(1, 5).stream().map(draft -> draft.id().toString()).toList();
        assertThat(rows.unreadable()).containsExactlyInAnyOrderElementsOf(broken);
        assertThat(Files.readString(log)).contains(broken);
        assertThat(column("select form from draft where source = '/videos/b'")).containsExactly("{\"title\":");
    }

    @Test
    void aJournalThatCannotBeReadHidesNoOtherAndIsRefusedToWhoeverOpensIt() {
        change("insert into journal (key, folder, entry, changed_at) values (?, '/x', '{', 0)", "broken");
        Journals journals = new Journals(folder.resolve("desk.db"), () -> Instant.EPOCH);
        assertThat(journals.all()).isEmpty();
        assertThat(journals.rows().unreadable()).containsExactly("broken");
        assertThatThrownBy(() -> journals.find("broken"))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("It may hold a payment");
    }

    private Database database() {
        return Objects.requireNonNull(opened);
    }

    private void change(String command, String value) {
        database().write(connection -> {
            try (PreparedStatement change = connection.prepareStatement(command)) {
                change.setString(1, value);
                assertThat(change.executeUpdate()).isEqualTo(1);
            }
        });
    }

    private List<String> column(String query) {
        return database().read(connection -> {
            try (PreparedStatement asked = connection.prepareStatement(query);
                    ResultSet rows = asked.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        });
    }
}
