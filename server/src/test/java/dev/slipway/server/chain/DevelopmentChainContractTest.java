package dev.slipway.server.chain;

import dev.slipway.server.chain.devchain.DevelopmentChain;
import dev.slipway.server.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract holds on our own chain; a second passes when the test says so. */
class DevelopmentChainContractTest extends ChainNodeContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private @Nullable DevelopmentChain chain;

    @TempDir
    Path folder;

    @Override
    URI rpc() {
        return chain().rpc();
    }

    private DevelopmentChain chain() {
        if (chain == null) {
            try {
                chain = DevelopmentChain.start(folder, 0, clock);
            } catch (IOException e) {
                throw new IllegalStateException("the development chain does not start", e);
            }
        }
        return chain;
    }

    @Override
    void nextBlock() {
        clock.move(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws IOException {
        chain().close();
    }
}
