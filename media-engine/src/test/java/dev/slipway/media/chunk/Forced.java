package dev.slipway.media.chunk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What was forced to disk, as the virtual machine itself notes it. */
final class Forced {
    private Forced() {}

    interface Work {
        void run() throws IOException;
    }

    /** In the order in which it happened. */
    static List<Path> by(Work work) throws IOException {
        Path file = Files.createTempFile("forced", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                    .map(event -> Path.of(event.getString("path")))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
