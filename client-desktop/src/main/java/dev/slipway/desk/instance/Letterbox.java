package dev.slipway.desk.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Unix domain socket of a folder's window, for its owner alone: in the folder itself or, where its name is too long or
 * its disk has none, among the temporary files. What tidies those may take it away; then there is soon another.
 */
final class Letterbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);
    /** The name of a socket may have 108 bytes, on macOS 104. */
    private static final int LONGEST_NAME = 100;

    private static final int BETWEEN_LOOKS_MILLIS = 2_000;

    private final Path folder;
    private final Selector selector;
    private Bound bound;

    private Letterbox(Path folder, Selector selector, Bound bound) {
        this.folder = folder;
        this.selector = selector;
        this.bound = bound;
    }

    /** Only for who holds the folder's lock. */
    static Letterbox open(Path folder) throws IOException {
        Selector selector = Selector.open();
        @Nullable Letterbox opened = null;
        try {
            opened = new Letterbox(folder, selector, bind(folder));
            opened.announce();
            return opened;
        } catch (IOException e) {
            if (opened == null) {
                selector.close();
            } else {
                opened.close();
            }
            throw e;
        }
    }

    private static Bound bind(Path folder) throws IOException {
        Path near = folder.resolve("window.socket");
        if (near.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            Files.deleteIfExists(near);
            try {
                return new Bound(near, listen(near));
            } catch (IOException e) {
                LOG.debug("No socket in {}: {}", folder, e.getMessage());
            }
        }
        Path far = Files.createTempDirectory("slipway").resolve("window");
        return new Bound(far, listen(far));
    }

    private record Bound(Path socket, ServerSocketChannel listening) {}

    private static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean whole = false;
        try {
            listening.bind(UnixDomainSocketAddress.of(socket));
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
            listening.configureBlocking(false);
            whole = true;
            return listening;
        } finally {
            if (!whole) {
                listening.close();
            }
        }
    }

    private void announce() throws IOException {
        bound.listening().register(selector, SelectionKey.OP_ACCEPT);
        new Address(bound.socket(), Long.toString(ProcessHandle.current().pid())).write(folder);
    }

    /** Waits for the next message; empty when this is closed. Blocking. */
    Optional<Message> next() {
        while (selector.isOpen()) {
            try {
                selector.select(BETWEEN_LOOKS_MILLIS);
                selector.selectedKeys().clear();
                Optional<Message> message = take();
                if (message.isPresent()) {
                    return message;
                }
            } catch (IOException | ClosedSelectorException e) {
                // Closed while waiting, or the caller hung up: the next one may speak.
                continue;
            }
        }
        return Optional.empty();
    }

    private Optional<Message> take() throws IOException {
        try (SocketChannel connection = present().accept()) {
            return connection == null ? Optional.empty() : Message.read(connection);
        }
    }

    /** The socket, made anew where somebody has taken it away. */
    private synchronized ServerSocketChannel present() throws IOException {
        if (selector.isOpen() && !Files.exists(bound.socket())) {
            Bound anew = bind(folder);
            bound.listening().close();
            bound = anew;
            announce();
        }
        return bound.listening();
    }

    /** Once is enough; more often does no harm. */
    @Override
    public synchronized void close() throws IOException {
        if (!selector.isOpen()) {
            return;
        }
        try (selector;
                ServerSocketChannel _ = bound.listening()) {
            Files.deleteIfExists(bound.socket());
            Path around = bound.socket().getParent();
            if (around != null && !around.equals(folder)) {
                Files.deleteIfExists(around);
            }
        }
    }
}
