package dev.slipway.desk.instance;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one window of a desk's folder. Who holds the lock listens on a Unix domain socket in a folder that only its owner
 * may enter; who comes later leaves a message there. The lock ends with the process, however that ends.
 */
public final class SingleInstance implements AutoCloseable {
    private final FileChannel lockFile;
    private final FileLock lock;
    private final ServerSocketChannel listening;
    private final Path socket;

    private SingleInstance(FileChannel lockFile, FileLock lock, ServerSocketChannel listening, Path socket) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.listening = listening;
        this.socket = socket;
    }

    /**
     * Becomes the folder's window, or gives the message to the one that is.
     *
     * @param files that are to be opened there
     * @return empty when another window has taken the message
     * @throws DeskException when neither works
     */
    public static Optional<SingleInstance> claim(Path folder, List<Path> files) {
        try {
            DurableFile.createFolder(folder);
            @Nullable SingleInstance first = tryClaim(folder);
            if (first == null) {
                tell(folder, new Message(files));
                return Optional.empty();
            }
            return Optional.of(first);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FOLDER_IN_USE,
                    "Another Slipway window is open on " + folder + " and does not answer (" + e.getMessage()
                            + "). Close it, or end its process, and start again.",
                    e);
        }
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
            // The name of a socket may have about a hundred bytes, and the desk's folder may lie deep.
            Path socket = Files.createTempDirectory("slipway").resolve("window");
            ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listening.bind(UnixDomainSocketAddress.of(socket));
            DurableFile.replace(address(folder), socket.toString().getBytes(StandardCharsets.UTF_8));
            held = true;
            return new SingleInstance(channel, lock, listening, socket);
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

    private static void tell(Path folder, Message message) throws IOException {
        String socket = Files.readString(address(folder)).strip();
        try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            message.write(connection);
        }
    }

    private static Path address(Path folder) {
        return folder.resolve("window.address");
    }

    /** Waits for the next message; empty when this is closed. Blocking. */
    public Optional<List<Path>> next() {
        while (listening.isOpen()) {
            try (SocketChannel connection = listening.accept()) {
                Optional<Message> message = Message.read(connection);
                if (message.isPresent()) {
                    return message.map(Message::files);
                }
            } catch (IOException e) {
                // Closed while waiting, or the caller hung up: the next one may speak.
                continue;
            }
        }
        return Optional.empty();
    }

    /** Once is enough; more often does no harm. */
    @Override
    public void close() {
        if (!lockFile.isOpen()) {
            return;
        }
        try (lockFile;
                lock;
                listening) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(Objects.requireNonNull(socket.getParent()));
        } catch (IOException e) {
            throw new DeskException(ProblemCode.INTERNAL, "The window's lock could not be given back.", e);
        }
    }
}
