package dev.slipway.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.home.SlipwayHome;
import dev.slipway.desk.log.DeskLog;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.problem.ProblemReference;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.desk.window.Trouble;
import dev.slipway.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopStartTest {
    private static final byte[] NONSENSE =
            "This was a library once. ".repeat(400).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<DeskException> told = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    private boolean wantsNew;

    private final Trouble trouble = new Trouble() {
        @Override
        public void tell(DeskException problem) {
            told.add(problem);
        }

        @Override
        public boolean askForNewLibrary(DeskException problem, String keptAs) {
            told.add(problem);
            offered.add(keptAs);
            return wantsNew;
        }
    };

    @BeforeEach
    void damage() throws IOException {
        Files.write(folder.resolve("desk.db"), NONSENSE);
        Files.writeString(folder.resolve("desk.db-wal"), "its log");
    }

    @Test
    void aDamagedLibraryIsToldInWindowLogAndTerminalAndLeftAsItIs() throws IOException {
        try (DeskLog _ = DeskLog.writeTo(folder.resolve("desk.log"))) {
            assertThatThrownBy(() -> start().library())
                    .isInstanceOf(DeskException.class)
                    .hasMessageContaining("desk.db is damaged")
                    .hasMessageContaining("journals of payments")
                    .isSameAs(told.getFirst());
        }
        assertThat(told).extracting(DeskException::code).containsExactly(ProblemCode.LIBRARY_DAMAGED);
        assertThat(Files.readString(folder.resolve("desk.log"))).contains(ProblemReference.of(told.getFirst()));
        assertThat(Files.readAllBytes(folder.resolve("desk.db"))).isEqualTo(NONSENSE);
    }

    @Test
    void whoeverWantsItBeginsANewLibraryAndTheDamagedOneIsKept() throws IOException {
        wantsNew = true;
        try (Database library = start().library()) {
            new Settings(library).put("language", "RUSSIAN");
        }
        assertThat(offered).containsExactly("desk.db.broken-20261122-153000");
        assertThat(Files.readAllBytes(folder.resolve(offered.getFirst()))).isEqualTo(NONSENSE);
        assertThat(folder.resolve(offered.getFirst() + "-wal")).hasContent("its log");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("desk.db.broken-20261122-153000");
    }

    private DesktopStart start() {
        Desk desk = new Desk(
                new SlipwayHome(folder),
                new CancelSignal(),
                new TinyEngine(),
                new OkHttpClient(),
                () -> Instant.parse("2026-11-22T15:30:00Z"),
                new SecureRandom());
        PrintStream screen = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new DesktopStart(
                desk, new Console(screen, screen, Console.Audience.PEOPLE, Console.Screen.LOG), trouble);
    }
}
