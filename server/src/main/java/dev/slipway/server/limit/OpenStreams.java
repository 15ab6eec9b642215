package dev.slipway.server.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the streams that each client holds open. Knows only who has one. */
final class OpenStreams {
    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** @param most of one client; 0 for any number */
    OpenStreams(int most) {
        this.most = most;
    }

    /** Whether there was room for one more; it is given back with {@link #close}. */
    boolean open(String client) {
        int now = open.merge(client, 1, Integer::sum);
        if (most == 0 || now <= most) {
            return true;
        }
        close(client);
        return false;
    }

    void close(String client) {
        open.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    int clients() {
        return open.size();
    }
}
