package dev.slipway.media.prepare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The program that {@link WorkFolderTest} kills while it has a work folder. */
final class LockHolder {
    private LockHolder() {}

    /** @param arguments the output folder */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.open(Path.of(arguments[0]))) {
            System.out.println("held");
            new CountDownLatch(1).await();
            folder.delete(Path.of("none"));
        }
    }
}
