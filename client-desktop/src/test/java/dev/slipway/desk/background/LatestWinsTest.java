package dev.slipway.desk.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestWinsTest {
    private final Background background = new Background(Runnable::run);

    @Test
    void whileOneIsWrittenOnlyTheNewestOfTheOthersWaits() throws Exception {
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        Semaphore mayEnd = new Semaphore(0);
        List<String> written = new CopyOnWriteArrayList<>();
        LatestWins<String> writer = new LatestWins<>(background, value -> {
            begun.add(value);
            mayEnd.acquireUninterruptibly();
            written.add(value);
        });

        writer.offer("a");
        assertThat(begun.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
        writer.offer("b");
        writer.offer("c");
        mayEnd.release(9);
        background.close();

        assertThat(written).containsExactly("a", "c");
    }

    @Test
    void whatCameWhileAWriteFailedIsWrittenNext() throws Exception {
        BlockingQueue<String> tried = new LinkedBlockingQueue<>();
        Semaphore mayFail = new Semaphore(0);
        LatestWins<String> writer = new LatestWins<>(background, value -> {
            tried.add(value);
            if (value.equals("bad")) {
                mayFail.acquireUninterruptibly();
                throw new IllegalStateException("as the test wants");
            }
        });

        writer.offer("bad");
        assertThat(tried.poll(10, TimeUnit.SECONDS)).isEqualTo("bad");
        writer.offer("good");
        mayFail.release();
        background.close();

        assertThat(tried.poll()).isEqualTo("good");
    }

    @Test
    void afterAFailedWriteTheNextIsTried() throws Exception {
        BlockingQueue<String> tried = new LinkedBlockingQueue<>();
        LatestWins<String> writer = new LatestWins<>(background, value -> {
            tried.add(value);
            if (value.equals("bad")) {
                throw new IllegalStateException("as the test wants");
            }
        });

        writer.offer("bad");
        assertThat(tried.poll(10, TimeUnit.SECONDS)).isEqualTo("bad");
        writer.offer("good");
        background.close();

        assertThat(tried.poll()).isEqualTo("good");
    }
}
