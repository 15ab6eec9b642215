package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.TestContracts;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.web3j.utils.Numeric;

/** How an operator puts the contract onto a chain, and how the server takes it. */
class RouterDeploymentTest {
    private static final Address RECIPIENT = new Address("0x" + "aa".repeat(20));
    private static final Address OTHER = new Address("0x" + "bb".repeat(20));

    private final Anvil anvil = Anvil.mining();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        anvil.close();
    }

    @Test
    void theServerTakesWhatWasDeployedForItsRecipientAndNothingElse() {
        Address router = deploy(funded());
        assertThat(told).anyMatch(line -> line.contains("ETH of gas")).anyMatch(line -> line.startsWith("Sent as 0x"));

        PaymentRouter taken = router(router, RECIPIENT);
        assertThat(taken.proven()).as("before it was asked").isEmpty();
        taken.start();
        assertThat(taken.proven()).contains(router);
        assertThatThrownBy(router(router, OTHER)::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("pays " + RECIPIENT)
                .hasMessageContaining("SLIPWAY_RECIPIENT is " + OTHER);
        assertThatThrownBy(router(OTHER, RECIPIENT)::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is no payment contract on this chain");
    }

    @Test
    void withoutASettingThereIsNothingToProve() {
        PaymentRouter none = router(null, RECIPIENT);
        none.start();
        none.prove();

        assertThat(none.proven()).isEmpty();
    }

    /** A server starts though its node is away, and offers the contract as soon as it has answered. */
    @Test
    void aNodeThatIsAwayAtTheStartIsAskedUntilItAnswers() {
        Address router = deploy(funded());
        SwitchedNode node = new SwitchedNode(TestNode.client(anvil.rpc()));
        node.away = true;
        PaymentRouter waiting = new PaymentRouter(node.client(), settings(router, RECIPIENT), Duration.ofMillis(20));
        waiting.start();
        assertThat(waiting.proven()).isEmpty();
        assertThatThrownBy(waiting::prove).isInstanceOf(ChainUnavailable.class);

        node.away = false;
        Await.until("the contract is proven", waiting::proven, java.util.Optional::isPresent);
        waiting.stop();
    }

    @Test
    void anEmptyAccountIsSaid() {
        OperatorKey poor = OperatorKey.generate(new SecureRandom());

        assertThatThrownBy(() -> deploy(poor))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(poor.address().hex())
                .hasMessageContaining("Put more into it");
    }

    @Test
    void aNodeThatIsAwayIsSaid() {
        try (RouterDeployment deployment =
                new RouterDeployment(URI.create("http://127.0.0.1:1"), funded(), told::add)) {
            assertThatThrownBy(() -> deployment.deploy(RECIPIENT))
                    .isInstanceOfSatisfying(
                            StartRefused.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CHAIN_UNAVAILABLE));
        }
    }

    @Test
    void aContractThatTakesCoinsIsPaidAndItIsSaidBeforeAnythingIsSent() {
        Address wallet = new TestContracts(anvil).deploy("ContractWallet");

        Address router = deploy(funded(), wallet);

        PaymentRouter taken = router(router, wallet);
        taken.start();
        assertThat(taken.proven()).contains(router);
        assertThat(told).hasSize(3);
        assertThat(told.get(1))
                .startsWith("The recipient is a contract:")
                .contains("make sure that it takes coins from contracts");
        assertThat(told.get(2)).startsWith("Sent as 0x");
    }

    @Test
    void aContractThatRefusesCoinsIsRefusedBeforeAnythingIsSent() {
        Address refuser = new TestContracts(anvil).deploy("Refuser");

        assertThatThrownBy(() -> deploy(funded(), refuser))
                .isInstanceOfSatisfying(
                        StartRefused.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION))
                .hasMessageContaining(refuser.hex())
                .hasMessageContaining("a transfer of 1 wei to it fails")
                .hasMessageContaining("Nothing was sent");
        assertThat(told).noneMatch(line -> line.startsWith("Sent"));
    }

    @Test
    void anAccountIsNotCalledAContract() {
        deploy(funded());

        assertThat(told).noneMatch(line -> line.contains("is a contract"));
    }

    private static final class SwitchedNode {
        private final ChainClient client;
        private volatile boolean away;

        SwitchedNode(ChainClient real) {
            client = (ChainClient) java.lang.reflect.Proxy.newProxyInstance(
                    ChainClient.class.getClassLoader(),
                    new Class<?>[] {ChainClient.class},
                    (proxy, method, arguments) -> {
                        if (away) {
                            throw new ChainUnavailable("The line is cut");
                        }
                        return method.invoke(real, arguments);
                    });
        }

        ChainClient client() {
            return client;
        }
    }

    private Address deploy(OperatorKey key) {
        return deploy(key, RECIPIENT);
    }

    private Address deploy(OperatorKey key, Address recipient) {
        try (RouterDeployment deployment = new RouterDeployment(anvil.rpc(), key, told::add)) {
            return deployment.deploy(recipient);
        }
    }

    private OperatorKey funded() {
        return OperatorKey.of(
                Numeric.toBytesPadded(TestWallet.account(0, anvil.rpc()).pair().getPrivateKey(), 32));
    }

    private PaymentRouter router(@Nullable Address contract, Address recipient) {
        return new PaymentRouter(TestNode.client(anvil.rpc()), settings(contract, recipient));
    }

    private ChainSettings settings(@Nullable Address contract, Address recipient) {
        return new ChainSettings(anvil.rpc(), anvil.chainId(), recipient, contract, null, 2);
    }
}
