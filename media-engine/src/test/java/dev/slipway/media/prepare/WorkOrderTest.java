package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkOrderTest {
    @TempDir
    Path folder = Path.of("");

    private WorkFolder work;
    private WorkOrder order;

    @BeforeEach
    void unfinished() throws IOException {
        Path source = Files.writeString(folder.resolve("film.mp4"), "a film");
        work = WorkFolder.open(folder.resolve("out"));
        Files.createDirectories(work.chunks());
        Files.writeString(work.chunks().resolve("a.chunk"), "made");
        order = WorkOrder.of(new PrepareRequest(
                source, folder.resolve("out"), Preparation.QUICK, PrepareRequest.Beginning.RESUMED_OR_REFUSED));
        order.keepIn(work);
    }

    @AfterEach
    void close() throws IOException {
        work.close();
    }

    @Test
    void theSameOrderGoesOnAndAnotherIsRefused() {
        assertThatCode(() -> order.requireSame(work)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new WorkOrder(order.shape(), "0".repeat(64)).requireSame(work))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("--afresh");
    }

    @Test
    void aTornNoteRefusesNobody() throws IOException {
        byte[] whole = Files.readAllBytes(work.file("order"));
        for (int length : new int[] {0, 1, whole.length - 1}) {
            Files.write(work.file("order"), Arrays.copyOf(whole, length));
            assertThatCode(() -> order.requireSame(work)).doesNotThrowAnyException();
        }
    }

    /** A wish that it did not know has no name there, so that nothing of it can be compared. */
    @Test
    void aNoteOfAnotherProgramRefusesNobody() throws IOException {
        new WorkOrder("f".repeat(64), "0".repeat(64)).keepIn(work);
        assertThatCode(() -> order.requireSame(work)).doesNotThrowAnyException();
        assertThat(order.shape()).isNotEqualTo("f".repeat(64));
    }
}
