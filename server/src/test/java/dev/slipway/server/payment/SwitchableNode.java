package dev.slipway.server.payment;

import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A real node whose line can be cut. */
final class SwitchableNode {
    private final ChainClient client;
    private volatile boolean away;

    SwitchableNode(ChainClient real) {
        client = (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new ChainUnavailable("The line is cut");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    ChainClient client() {
        return client;
    }

    void cut() {
        away = true;
    }

    void mend() {
        away = false;
    }
}
