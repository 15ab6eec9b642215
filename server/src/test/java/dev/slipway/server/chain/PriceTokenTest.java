package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.TestContracts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server takes as the token of its prices. */
class PriceTokenTest {
    private static final Address RECIPIENT = new Address("0x" + "aa".repeat(20));
    private static Anvil anvil;
    private static TestContracts contracts;
    private static Address router;

    @BeforeAll
    static void start() {
        anvil = Anvil.mining();
        contracts = new TestContracts(anvil);
        router = contracts.router(RECIPIENT);
    }

    @AfterAll
    static void stop() {
        anvil.close();
    }

    @Test
    void symbolAndDecimalsAreTheChains() {
        Address contract = contracts.deploy("StandardToken");
        PriceToken token = token(contract, router);
        assertThat(token.isNamed()).isTrue();
        assertThat(token.proven()).as("before it was asked").isEmpty();

        token.start();

        assertThat(token.proven()).contains(new PaymentToken(contract, "STD", 6));
    }

    @Test
    void aTokenFromBeforeTheStandardIsOne() {
        Address contract = contracts.deploy("SilentToken");
        PriceToken token = token(contract, router);
        token.start();

        assertThat(token.proven()).contains(new PaymentToken(contract, "OLD", 2));
    }

    @Test
    void withoutASettingPricesAreInTheCoin() {
        PriceToken token = token(null, null);
        token.start();

        assertThat(token.isNamed()).isFalse();
        assertThat(token.proven()).isEmpty();
    }

    @Test
    void anAccountIsNoToken() {
        assertThatThrownBy(token(contracts.account(4), router)::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(contracts.account(4) + " of SLIPWAY_TOKEN is no token on this chain");
    }

    /** Its calls fail; it has no such functions. */
    @Test
    void anotherContractIsNoToken() {
        assertThatThrownBy(token(router, router)::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is no token on this chain");
    }

    @Test
    void aTokenNeedsThePaymentContract() {
        assertThatThrownBy(token(contracts.deploy("StandardToken"), null)::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SLIPWAY_TOKEN needs SLIPWAY_ROUTER");
    }

    @Test
    void aNodeThatIsAwayAtTheStartIsAskedUntilItAnswers() {
        Address contract = contracts.deploy("StandardToken");
        AtomicBoolean away = new AtomicBoolean(true);
        ChainClient node = switched(TestNode.client(anvil.rpc()), away);
        PriceToken waiting = new PriceToken(node, settings(contract, router), Duration.ofMillis(20));
        waiting.start();
        assertThat(waiting.proven()).isEmpty();

        away.set(false);
        Await.until("the token is known", waiting::proven, Optional::isPresent);
        waiting.stop();
    }

    private static ChainClient switched(ChainClient real, AtomicBoolean away) {
        return (ChainClient) java.lang.reflect.Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new ChainUnavailable("The line is cut");
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static PriceToken token(@Nullable Address contract, @Nullable Address over) {
        return new PriceToken(TestNode.client(anvil.rpc()), settings(contract, over));
    }

    private static ChainSettings settings(@Nullable Address contract, @Nullable Address over) {
        return new ChainSettings(anvil.rpc(), anvil.chainId(), RECIPIENT, over, contract, 2);
    }
}
