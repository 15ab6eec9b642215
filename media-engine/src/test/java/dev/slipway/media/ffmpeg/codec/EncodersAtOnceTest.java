package dev.slipway.media.ffmpeg.codec;

import dev.slipway.model.media.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Each rung of a film opens and closes encoders in a thread of its own. */
class EncodersAtOnceTest {
    private static final int THREADS = 4;
    private static final int ENCODERS = 25;

    /** SVT-AV1 keeps what it knows of the processors for all its encoders, and one that closed took it from the others. */
    @Test
    void av1EncodersOpenWhileOthersClose() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> works = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                works.add(threads.submit(EncodersAtOnceTest::openAndClose));
            }
            for (Future<?> work : works) {
                work.get();
            }
        }
    }

    private static void openAndClose() {
        VideoEncoding encoding =
                new VideoEncoding("libsvtav1", 64, 64, new Rational(25, 1), 100_000, 1, Map.of("preset", "12"));
        for (int encoder = 0; encoder < ENCODERS; encoder++) {
            Encoder.forPictures(encoding).close();
        }
    }
}
