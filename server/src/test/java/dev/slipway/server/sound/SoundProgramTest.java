package dev.slipway.server.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.configuration.SoundSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.sound.SoundAnswer.Verdict;
import dev.slipway.server.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundProgramTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void itsAnswerIsTaken() throws Exception {
        assertThat(ask("echo '{\"verdict\": \"pass\"}'")).isEqualTo(new SoundAnswer(Verdict.PASS, null));
        assertThat(ask("echo '{\"verdict\": \"refuse\", \"reason\": \"A song of a label.\"}'"))
                .isEqualTo(new SoundAnswer(Verdict.REFUSE, "A song of a label."));
        assertThat(ask("echo \"{\\\"verdict\\\": \\\"review\\\", \\\"reason\\\": \\\"$(cat \"$1\")\\\"}\""))
                .isEqualTo(new SoundAnswer(Verdict.REVIEW, "sound"));
    }

    /** Ending a process closes what it wrote, whether or not it was read. */
    @Test
    void noAnswerIsLostHoweverFastItComes() throws Exception {
        SoundProgram program =
                new SoundProgram(new SoundSettings(Scripts.script(folder, "echo '{\"verdict\": \"pass\"}'"), LONG));
        Path file = sound();
        for (int i = 0; i < 100; i++) {
            assertThat(program.ask(file, LONG)).isEqualTo(new SoundAnswer(Verdict.PASS, null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "echo pass",
                "echo '{}'",
                "echo null",
                "echo '{\"verdict\": \"maybe\"}'",
                "echo '{\"verdict\": \"refuse\"}'",
                "echo '{\"verdict\": \"refuse\", \"reason\": \" \"}'",
                "echo '{\"verdict\": \"refuse\", \"reason\": \"two\\nlines\"}'",
                "echo '{\"verdict\": \"refuse\", \"reason\": \"a \\u202etxet\"}'",
                "echo '{\"verdict\": \"pass\", \"certainty\": 1}'",
                "echo '{\"verdict\": \"pass\"} {\"verdict\": \"refuse\", \"reason\": \"no\"}'",
                "head -c 1000000 /dev/zero",
                "printf '{\"verdict\": \"review\", \"reason\": \"%01000d\"}' 1"
            })
    void whatIsNoAnswerMakesAPersonListen(String body) throws Exception {
        assertThat(ask(body))
                .isEqualTo(SoundAnswer.doubt(
                        "could not be judged, because the operator's program gave no answer that can be understood"));
    }

    @Test
    void aProgramThatFailsMakesAPersonListen() throws Exception {
        assertThat(ask("echo '{\"verdict\": \"pass\"}'; echo broken >&2; exit 3")
                        .reason())
                .isEqualTo("could not be judged, because the operator's program ended with status 3");
        Path gone = Scripts.script(folder, "true");
        SoundProgram program = new SoundProgram(new SoundSettings(gone, LONG));
        Files.delete(gone);
        assertThat(program.ask(sound(), LONG).reason())
                .isEqualTo("could not be judged, because the operator's program cannot be started");
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStarted() throws Exception {
        Path script = Scripts.script(folder, "sleep 600 & echo $! > child; wait");
        SoundProgram program = new SoundProgram(new SoundSettings(script, Duration.ofSeconds(2)));

        assertThat(program.ask(sound(), Duration.ofSeconds(2)).reason())
                .isEqualTo(
                        "could not be judged, because the operator's program took longer than 2 s for the whole video");

        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        Await.until(
                "the end of its child",
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive),
                Optional::isEmpty);
    }

    @Test
    void itDoesNotOutliveTheServer() throws Exception {
        Path script = Scripts.script(folder, "echo begun > begun; sleep 600");
        SoundProgram program = new SoundProgram(new SoundSettings(script, LONG));
        Path file = sound();
        FutureTask<SoundAnswer> asking = new FutureTask<>(() -> program.ask(file, LONG));
        Thread.ofVirtual().start(asking);
        Await.until("its beginning", () -> Files.exists(folder.resolve("begun")), begun -> begun);

        program.stop();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(asking::get)
                .withCauseInstanceOf(CancellationException.class);
        assertThatExceptionOfType(CancellationException.class)
                .as("nor is another one begun")
                .isThrownBy(() -> program.ask(file, LONG));
    }

    /** Shells set a few names of their own. */
    @Test
    void itKnowsNothingOfTheServersEnvironment() throws Exception {
        String names = Objects.requireNonNull(
                ask("printf '{\"verdict\": \"review\", \"reason\": \"%s\"}' \"$(env | cut -d= -f1 | sort | tr '\\n' ' ')\"")
                        .reason());
        assertThat(names.split(" "))
                .contains("PATH")
                .isSubsetOf("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void aServerWithoutItsProgramDoesNotStart() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no program");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new SoundProgram(new SoundSettings(text, LONG)))
                .withMessageContaining("notes.txt")
                .withMessageContaining("SLIPWAY_SOUND_CHECK");
        assertThat(new SoundProgram(new SoundSettings(null, LONG)).isThere()).isFalse();
    }

    private SoundAnswer ask(String body) throws IOException {
        return new SoundProgram(new SoundSettings(Scripts.script(folder, body), LONG)).ask(sound(), LONG);
    }

    private Path sound() throws IOException {
        return Files.writeString(folder.resolve("sound.wav"), "sound");
    }
}
