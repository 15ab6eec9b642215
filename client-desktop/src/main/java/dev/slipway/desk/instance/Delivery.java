package dev.slipway.desk.instance;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Brings a message to the window of a folder and waits until that has taken it: one that stands still takes nothing. */
final class Delivery {
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path folder;
    private final Message message;
    private final long end;

    private Delivery(Path folder, Message message, Duration patience) {
        this.folder = folder;
        this.message = message;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /**
     * Blocking. A window whose socket is gone makes a new one, so it is looked for again meanwhile.
     *
     * @throws IOException when the window has not taken it within the time
     */
    static void deliver(Path folder, Message message, Duration patience) throws IOException {
        new Delivery(folder, message, patience).deliver();
    }

    private void deliver() throws IOException {
        while (true) {
            try {
                attempt();
                return;
            } catch (IOException e) {
                if (end - System.nanoTime() <= BETWEEN_TRIES_NANOS) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    private void attempt() throws IOException {
        UnixDomainSocketAddress address =
                UnixDomainSocketAddress.of(Address.read(folder).socket());
        try (SocketChannel connection = SocketChannel.open(address);
                Selector selector = Selector.open()) {
            connection.configureBlocking(false);
            SelectionKey key = connection.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer bytes = ByteBuffer.wrap(message.bytes());
            while (bytes.hasRemaining()) {
                await(selector);
                connection.write(bytes);
            }
            connection.shutdownOutput();
            key.interestOps(SelectionKey.OP_READ);
            await(selector);
            if (connection.read(ByteBuffer.allocate(1)) != 1) {
                throw new IOException("it hung up");
            }
        }
    }

    private void await(Selector selector) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("it says nothing");
        }
        selector.selectedKeys().clear();
    }
}
