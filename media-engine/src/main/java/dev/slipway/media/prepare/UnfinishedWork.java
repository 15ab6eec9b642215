package dev.slipway.media.prepare;

import dev.slipway.media.prepare.place.TargetCheck;
import java.io.IOException;
import java.nio.file.Path;

/** What a stopped run left in an output folder. */
public final class UnfinishedWork {
    private UnfinishedWork() {}

    /**
     * To be asked before anything can be cancelled: a run may be over before its own process has asked.
     *
     * @throws dev.slipway.media.run.MediaException {@code usage} when the video lies in what {@link #discard} deletes
     */
    public static void requireOutside(Path directory, Path source) {
        try {
            TargetCheck.requireOutside(WorkFolder.fileIn(directory, ""), source);
        } catch (IOException e) {
            throw Failures.inWords(e, directory);
        }
    }

    /**
     * Deletes it; finished files stay. The run's process must be gone.
     *
     * @param source that the run was of
     * @throws dev.slipway.media.run.MediaException {@code folder-in-use} when another run has the folder, {@code usage}
     *     when the video lies in it
     */
    public static void discard(Path directory, Path source) throws IOException {
        requireOutside(directory, source);
        if (WorkFolder.existsIn(directory)) {
            try (WorkFolder folder = WorkFolder.open(directory)) {
                Placement.finishInterrupted(folder, source);
                folder.delete(source);
            }
        }
    }
}
