package dev.slipway.server.payment.reading;

import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real node whose line can be cut. */
public final class SwitchableNode {
    private final ChainClient client;
    private volatile boolean away;
    private volatile boolean withoutReceipts;
    private volatile boolean withoutIndex;

    public SwitchableNode(ChainClient real) {
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
    public static ChainClient counting(ChainClient real, String name, AtomicInteger calls) {
        return (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        calls.incrementAndGet();
                    }
                    return method.invoke(real, arguments);
                });
    }

    public ChainClient client() {
        return client;
    }

    public void cut() {
        away = true;
    }

    /** As a node does that has a block before it has worked through it. */
    public void loseReceipts() {
        withoutReceipts = true;
    }

    /** Answers every question for logs with none. */
    public void loseLogs() {
        withoutIndex = true;
    }

    public void mend() {
        withoutIndex = false;
        away = false;
        withoutReceipts = false;
    }
}
