package dev.slipway.server.outgoing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections over which no more comes than a number of bytes, and nothing after a while. A limit for each read alone lets
 * a server hold its caller for ever, a byte at a time, or fill the memory with one line. Thread-safe.
 */
public final class BoundedSockets extends SocketFactory {
    private final Duration most;
    private final long mostBytes;

    /**
     * @param most how long a connection may be read from, from its beginning
     * @param mostBytes how many bytes may come over it
     */
    public BoundedSockets(Duration most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    @Override
    public Socket createSocket() {
        return new Bounded(System.nanoTime() + most.toNanos(), mostBytes);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(SocketAddress there, @Nullable SocketAddress here) throws IOException {
        Socket socket = createSocket();
        try {
            if (here != null) {
                socket.bind(here);
            }
            socket.connect(there, Math.toIntExact(most.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class Bounded extends Socket {
        private final long end;
        private long left;

        Bounded(long end, long mostBytes) {
            this.end = end;
            this.left = mostBytes;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    requireMore();
                    int one = super.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    requireMore();
                    int read = super.read(bytes, offset, length);
                    count(Math.max(0, read));
                    return read;
                }

                @Override
                public long skip(long bytes) throws IOException {
                    requireMore();
                    long skipped = super.skip(bytes);
                    count(skipped);
                    return skipped;
                }
            };
        }

        private synchronized void requireMore() throws IOException {
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the server takes too long, all in all");
            }
            if (left <= 0) {
                throw new IOException("the server says too much");
            }
        }

        private synchronized void count(long bytes) {
            left -= bytes;
        }
    }
}
