package dev.slipway.server.chain;

import dev.slipway.server.testing.Anvil;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/** The contract holds on anvil, so that what is tested there means something on the development chain and the reverse. */
class AnvilContractTest extends ChainNodeContract {
    private final Anvil anvil = Anvil.mining();

    @Override
    URI rpc() {
        return anvil.rpc();
    }

    @Override
    void nextBlock() {
        anvil.mine(1);
    }

    @AfterEach
    void stop() {
        anvil.close();
    }
}
