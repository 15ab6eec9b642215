package dev.slipway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    @Test
    void theServerEndsWhenItsStartersPipeCloses() throws Exception {
        PipedOutputStream starter = new PipedOutputStream();
        CountDownLatch ended = new CountDownLatch(1);
        ParentWatch.start(new PipedInputStream(starter), ended::countDown);

        starter.write('x');
        starter.flush();
        assertThat(ended.getCount()).isEqualTo(1);

        starter.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
