package dev.slipway.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A node that answers, and is on another chain than the settings say. */
@ServerTest
@DirtiesContext
class HealthOfWatcherTest {
    private static final Anvil ANVIL = Anvil.minedByHand();

    private final ApiClient api;

    @Autowired
    HealthOfWatcherTest(@LocalServerPort int port) {
        this.api = new ApiClient(port);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("slipway.chain-rpc", () -> ANVIL.rpc().toString());
        registry.add("slipway.chain-id", () -> 5);
        registry.add("slipway.recipient", SignIn.SECOND.address()::hex);
    }

    @AfterAll
    static void stop() {
        ANVIL.close();
    }

    @Test
    void paymentsThatCannotBeReadAreToldThoughTheNodeAnswers() {
        String health = Await.until("a look at the chain", this::health, text -> text.contains("degraded"));
        assertThat(health).contains("\"head\":0");
    }

    private String health() {
        try {
            return api.get("/health").body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
