package dev.slipway.desk.publish.journal;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The work folder of one publication: {@code publish.json}, the prepared files, and a lock that the operating system
 * drops with the process. For one thread.
 */
public final class Journal implements Closeable {
    private final Path folder;
    private final FileChannel lock;
    private JournalEntry entry;

    private Journal(Path folder, FileChannel lock, JournalEntry entry) {
        this.folder = folder;
        this.lock = lock;
        this.entry = entry;
    }

    /** @throws DeskException {@code conflict} when another process publishes the same at this moment */
    public static Journal open(Path folder, PublicationForm form) {
        try {
            DurableFile.createFolder(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!acquired(lock)) {
                lock.close();
                throw new DeskException(
                        ProblemCode.CONFLICT,
                        "Another Slipway is publishing this file to this server right now. Wait for it to end.");
            }
            @Nullable JournalEntry before = load(folder.resolve("publish.json"));
            return new Journal(folder, lock, before == null ? JournalEntry.begin(form) : before);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** As the last {@link #change} left it. */
    public JournalEntry entry() {
        return entry;
    }

    /** Where the engine puts the artifacts. */
    public Path prepared() {
        return folder.resolve("prepared");
    }

    /** On disk before it returns. */
    public void change(UnaryOperator<JournalEntry> change) {
        JournalEntry next = change.apply(entry);
        try {
            DurableFile.replace(folder.resolve("publish.json"), Json.STRICT.writeValueAsBytes(next));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        entry = next;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static boolean acquired(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this very process.
            return false;
        }
    }

    private static @Nullable JournalEntry load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return Json.LENIENT.readValue(Files.readAllBytes(file), JournalEntry.class);
        } catch (JacksonException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The journal " + file + " cannot be read. It may hold a payment: keep it, and ask for help.",
                    e);
        }
    }

    private static DeskException unwritable(Path folder, IOException e) {
        return new DeskException(
                ProblemCode.DISK_FULL, "The work folder " + folder + " cannot be written: " + e.getMessage(), e);
    }
}
