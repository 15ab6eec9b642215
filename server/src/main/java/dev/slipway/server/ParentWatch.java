package dev.slipway.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the server when the process that started it goes away, however it ends: the operating system then closes the
 * pipe that is our standard input. Only with {@code --exit-with-parent}, which is for starters that hold that pipe.
 */
final class ParentWatch {
    private static final Logger log = LoggerFactory.getLogger(ParentWatch.class);

    private ParentWatch() {}

    static void start(InputStream input, Runnable end) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            awaitEnd(input);
            end.run();
        });
    }

    private static void awaitEnd(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
            log.info("The process that started this server ended; so does the server");
        } catch (IOException e) {
            log.info("The pipe from the process that started this server broke; the server ends", e);
        }
    }
}
