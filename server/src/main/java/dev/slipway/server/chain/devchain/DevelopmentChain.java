package dev.slipway.server.chain.devchain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running development chain: a node on loopback with chain id 31337 and the ten well-known funded accounts. Money on
 * it is worth nothing, and everybody knows the keys.
 */
public final class DevelopmentChain implements AutoCloseable {
    public static final long CHAIN_ID = 31337;

    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentChain.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final DevChain chain;
    private final RpcServer rpc;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("development-chain").factory());

    private DevelopmentChain(DevChain chain, RpcServer rpc) {
        this.chain = chain;
        this.rpc = rpc;
    }

    /**
     * Goes on with the chain in this folder, or starts one.
     *
     * @param port 0 takes any free one
     * @throws IOException when the port is taken, or the folder cannot be used or is in use
     */
    public static DevelopmentChain start(Path folder, int port, InstantSource clock) throws IOException {
        DevChain chain = DevChain.open(folder, CHAIN_ID, clock);
        try {
            RpcServer rpc = RpcServer.start(new RpcDispatcher(new RpcMethods(chain)), port);
            DevelopmentChain started = new DevelopmentChain(chain, rpc);
            started.tick();
            return started;
        } catch (IOException e) {
            chain.close();
            throw e;
        }
    }

    private void tick() {
        // Blocks are made when somebody asks; the tick only sees to it that waiting transfers reach the disk unasked.
        var unused =
                ticker.scheduleWithFixedDelay(this::advance, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void advance() {
        try {
            chain.advance();
        } catch (RuntimeException e) {
            // The thread's boundary: without this the schedule would end silently.
            LOG.warn("The development chain could not make a block; it is tried again", e);
        }
    }

    public URI rpc() {
        return rpc.uri();
    }

    @Override
    public void close() throws IOException {
        ticker.close();
        rpc.close();
        chain.close();
    }
}
