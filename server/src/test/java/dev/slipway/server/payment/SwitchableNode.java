package dev.slipway.server.payment;

import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real node whose line can be cut. */
final class SwitchableNode {
    private final ChainClient client;
    private volatile boolean away;
    private volatile boolean withoutReceipts;
    private volatile boolean withoutIndex;

    SwitchableNode(ChainClient real) {
        client = (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new ChainUnavailable("The line is cut");
                    }
                    if (withoutReceipts && method.getName().equals("receipt")) {
                        return Optional.empty();
                    }
                    if (withoutIndex && method.getName().equals("isLogged")) {
                        return false;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Passes everything on, and counts the calls of one name. */
    static ChainClient counting(ChainClient real, String name, AtomicInteger calls) {
        return (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        calls.incrementAndGet();
                    }
                    return method.invoke(real, arguments);
                });
    }

    ChainClient client() {
        return client;
    }

    void cut() {
        away = true;
    }

    /** As a node does that has a block before it has worked through it. */
    void loseReceipts() {
        withoutReceipts = true;
    }

    /** Answers every question for logs with none. */
    void loseLogs() {
        withoutIndex = true;
    }

    void mend() {
        withoutIndex = false;
        away = false;
        withoutReceipts = false;
    }
}
