package dev.slipway.desk.instance;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one window of a desk's folder. Who holds the lock listens on a Unix domain socket that is its owner's alone; who
 * comes later leaves a message there. The lock ends with the process, however that ends.
 */
public final class SingleInstance implements AutoCloseable {
    /** Enough for a window that is being opened on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Letterbox letterbox;

    private SingleInstance(FileChannel lockFile, FileLock lock, Letterbox letterbox) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.letterbox = letterbox;
    }

    /**
     * Becomes the folder's window, or gives the message to the one that is.
     *
     * @param files that are to be opened there
     * @return empty when another window has taken the message
     * @throws DeskException when the folder cannot be written, or another window is open and takes nothing
     */
    public static Optional<SingleInstance> claim(Path folder, List<Path> files) {
        return claim(folder, files, PATIENCE);
    }

    static Optional<SingleInstance> claim(Path folder, List<Path> files, Duration patience) {
        @Nullable SingleInstance first;
        try {
            DurableFile.createFolder(folder);
            first = tryClaim(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        if (first == null) {
            tell(folder, new Message(files), patience);
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable SingleInstance tryClaim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return null;
            }
            Letterbox letterbox = Letterbox.open(folder);
            held = true;
            return new SingleInstance(channel, lock, letterbox);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }

    private static void tell(Path folder, Message message, Duration patience) {
        try {
            Delivery.deliver(folder, message, patience);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FOLDER_IN_USE,
                    "Another Slipway window is open on " + folder + process(folder) + " and does not answer ("
                            + e.getMessage() + "). Wait a little and start again; if that does not help, close that"
                            + " window or end its process, and start again.",
                    e);
        }
    }

    private static String process(Path folder) {
        try {
            String process = Address.read(folder).process();
            return process.isEmpty() ? "" : ", process " + process + ",";
        } catch (IOException e) {
            return "";
        }
    }

    private static DeskException unusable(Path folder, IOException cause) {
        String otherwise = " or set SLIPWAY_HOME to another folder.";
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return new DeskException(
                    ProblemCode.CONFIGURATION,
                    "Slipway's folder " + folder + " is a file and not a folder. Move it away," + otherwise,
                    cause);
        }
        return new DeskException(
                ProblemCode.CONFIGURATION,
                "Slipway's folder " + folder + " cannot be written (" + reason(cause)
                        + "). See that you may write there and that its disk has room," + otherwise,
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }

    /** Waits for the next message; empty when this is closed. Blocking. */
    public Optional<List<Path>> next() {
        return letterbox.next().map(Message::files);
    }

    /** Once is enough; more often does no harm. */
    @Override
    public void close() {
        if (!lockFile.isOpen()) {
            return;
        }
        try (lockFile;
                lock) {
            letterbox.close();
        } catch (IOException e) {
            throw new DeskException(ProblemCode.INTERNAL, "The window's lock could not be given back.", e);
        }
    }
}
