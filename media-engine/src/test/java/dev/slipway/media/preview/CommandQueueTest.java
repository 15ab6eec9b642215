package dev.slipway.media.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommandQueueTest {
    private final CountDownLatch listens = new CountDownLatch(1);
    private final BlockingQueue<PreviewCommand> heard = new LinkedBlockingQueue<>();
    private final CommandQueue queue = CommandQueue.start(this::hear);

    /** As a worker that stands still, until it listens. */
    private void hear(PreviewCommand command) {
        heard.add(command);
        try {
            listens.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        listens.countDown();
        queue.close();
    }

    @Test
    @Timeout(20)
    void nobodyWaitsForAWorkerThatStandsStillAndOfEachKindTheLatestIsPassedOn() throws Exception {
        queue.add(new PreviewCommand.Strip(1));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(new PreviewCommand.Strip(1));
        for (int wish = 1; wish <= 100_000; wish++) {
            queue.add(new PreviewCommand.Show(wish, wish, PreviewCommand.Nearness.PROXY));
            queue.add(new PreviewCommand.Volume(wish / 100_000.0));
            queue.add(new PreviewCommand.Release(wish % 8));
        }
        queue.add(new PreviewCommand.Step(100_001, 5, 2));
        listens.countDown();

        List<PreviewCommand> rest = new ArrayList<>();
        for (int command = 0; command < 10; command++) {
            rest.add(heard.poll(10, TimeUnit.SECONDS));
        }
        assertThat(rest)
                .contains(new PreviewCommand.Volume(1))
                .endsWith(new PreviewCommand.Step(100_001, 5, 2))
                .filteredOn(PreviewCommand.Release.class::isInstance)
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(heard).isEmpty();
    }
}
