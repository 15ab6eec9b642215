package dev.slipway.media.prepare;

import java.io.IOException;
import java.nio.file.Path;

/** What a stopped run left in an output folder. */
public final class UnfinishedWork {
    private UnfinishedWork() {}

    /**
     * Deletes it; finished files stay. The run's process must be gone.
     *
     * @throws dev.slipway.media.run.MediaException {@code folder-in-use} when another run has the folder
     */
    public static void discard(Path directory) throws IOException {
        if (WorkFolder.existsIn(directory)) {
            try (WorkFolder folder = WorkFolder.open(directory)) {
                folder.delete();
            }
        }
    }
}
