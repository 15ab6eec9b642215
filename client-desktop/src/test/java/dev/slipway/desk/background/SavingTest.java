package dev.slipway.desk.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.log.DeskLog;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.problem.ProblemReference;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
    private record Rung(Duration pause, Runnable action) {}

    @TempDir
    Path folder = Path.of("");

    private final OneThread ui = new OneThread();
    private final BlockingQueue<Rung> alarms = new LinkedBlockingQueue<>();
    private final Background background = new Background(ui, (pause, action) -> alarms.add(new Rung(pause, action)));
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private volatile boolean full = true;
    private final Saving<String> saving = new Saving<>(background, this::write);

    private void write(String value) {
        tried.add(value);
        if (full) {
            throw new DeskException(ProblemCode.DISK_FULL, "The disk is full.");
        }
        written.add(value);
    }

    @Test
    void whatCannotBeWrittenIsTriedLessAndLessOften() throws InterruptedException {
        List<Duration> waits = new ArrayList<>();
        saving.offer("a");
        for (int i = 0; i < 5; i++) {
            Rung next = alarms.take();
            waits.add(next.pause());
            next.action().run();
        }
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 5L, 10L, 10L);
        background.close();
        assertThat(written).isEmpty();
    }

    @Test
    void onceThereIsRoomTheNewestIsWrittenByItself() throws InterruptedException {
        saving.offer("a");
        Rung alarm = alarms.take();
        ui.await(() -> saving.failing().get());
        saving.offer("ab");
        ui.await(() -> tried.equals(List.of("a", "ab")));
        full = false;
        alarm.action().run();
        ui.await(() -> !saving.failing().get());
        assertThat(written).containsExactly("ab");
        background.close();
    }

    @Test
    void theNextLetterIsTriedAtOnce() throws InterruptedException {
        saving.offer("a");
        alarms.take();
        full = false;
        saving.offer("ab");
        ui.await(() -> written.equals(List.of("ab")));
        background.close();
    }

    @Test
    void whyIsToldUntilAllIsWritten() {
        Saving<String> other = new Saving<>(background, this::write);
        saving.offer("a");
        other.offer("b");
        Unkept unkept = background.unkept();
        ui.await(() -> unkept.problem().get() != null && other.failing().get());
        assertThat(unkept.current())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DISK_FULL));
        full = false;
        saving.offer("aa");
        ui.await(() -> !saving.failing().get());
        assertThat(unkept.current()).isPresent();
        other.offer("bb");
        ui.await(() -> unkept.problem().get() == null);
        assertThat(unkept.current()).isEmpty();
        background.close();
    }

    @Test
    void theEndOfTheWindowTriesOnceMore() throws InterruptedException {
        saving.offer("a");
        alarms.take();
        full = false;
        background.close();
        assertThat(written).containsExactly("a");
        assertThat(background.unkept().current()).isEmpty();
    }

    @Test
    void theLogHasItOnceHoweverManyLettersAreTyped() throws IOException {
        Path log = folder.resolve("desk.log");
        try (DeskLog _ = DeskLog.writeTo(log)) {
            for (int i = 0; i < 20; i++) {
                String letter = "letter " + i;
                saving.offer(letter);
                ui.await(() -> tried.contains(letter));
            }
            background.close();
        }
        assertThat(Files.readString(log))
                .containsOnlyOnce(ProblemReference.of(ProblemCode.DISK_FULL, "The disk is full."));
    }
}
