package dev.slipway.server.outgoing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import javax.net.SocketFactory;

/**
 * Sockets that connect to the given addresses and to nothing else, whatever the client above them was led to. It is the
 * last thing before the network: a literal address, which no resolver is asked for, passes here as well.
 */
final class PinnedSockets extends SocketFactory {
    private final Set<InetAddress> targets;

    PinnedSockets(Set<InetAddress> targets) {
        this.targets = Set.copyOf(targets);
    }

    @Override
    public Socket createSocket() {
        return new Pinned(targets);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new ConnectException("a name is not looked up again");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw new ConnectException("a name is not looked up again");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private static final class Pinned extends Socket {
        private final Set<InetAddress> targets;

        Pinned(Set<InetAddress> targets) {
            this.targets = targets;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress to)
                    || to.isUnresolved()
                    || !targets.contains(to.getAddress())) {
                throw new ConnectException("this is not the address that was checked");
            }
            super.connect(endpoint, timeout);
        }
    }
}
