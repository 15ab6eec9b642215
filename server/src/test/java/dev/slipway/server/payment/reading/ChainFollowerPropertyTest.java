package dev.slipway.server.payment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.RecordingPublications;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.MemoryLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever order blocks, reorganisations, looks and crashes come in, the ledger ends with what the chain says, and at no
 * moment does a payment count twice.
 */
class ChainFollowerPropertyTest {
    private static final List<Bytes32> REFERENCES = List.of(reference(1), reference(2), reference(3));

    private static final List<SimulatedChain.Rail> RAILS =
            List.of(SimulatedChain.Rail.BATCH, SimulatedChain.Rail.ROUTER, SimulatedChain.Rail.PLAIN);

    /** One event of a history. */
    sealed interface Step {
        /**
         * A block with so many new payments, and those waiting since a reorganisation as well.
         *
         * @param newestFirst so that the logs of those that waited have other numbers in the block than before
         */
        record Mine(int payments, int amount, boolean newestFirst) implements Step {}

        /** The newest blocks are replaced by others; their payments wait again, or some of them are lost. */
        record Reorganise(int depth, int replacedBy, boolean losesSome) implements Step {}

        record Look() implements Step {}

        /** The node goes away after so many questions, or the process dies there, which is the same to the ledger. */
        record LookAndDie(int afterQuestions) implements Step {}
    }

    @Property(tries = 500)
    void theLedgerEndsWithWhatTheChainSays(@ForAll("histories") List<Step> history) {
        live(history, new MemoryLedger());
    }

    static void live(List<Step> history, Ledger ledger) {
        Simulation simulation = new Simulation(ledger);
        for (Step step : history) {
            simulation.apply(step);
            simulation.assertNothingCountsTwice();
        }
        simulation.mineAndCatchUp();
        for (Bytes32 reference : REFERENCES) {
            assertThat(simulation.credited(reference)).isEqualTo(simulation.chain.paid(reference));
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> mine = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.of(true, false))
                .as(Step.Mine::new);
        Arbitrary<Step> reorganise = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(true, false))
                .as(Step.Reorganise::new);
        Arbitrary<Step> look = Arbitraries.of(new Step.Look());
        Arbitrary<Step> die = Arbitraries.integers().between(0, 12).map(Step.LookAndDie::new);
        return Arbitraries.frequencyOf(Tuple.of(5, mine), Tuple.of(2, reorganise), Tuple.of(3, look), Tuple.of(2, die))
                .list()
                .ofMaxSize(40);
    }

    private static final Map<Address, Address> ROUTERS = Map.of(SimulatedChain.ROUTER, SimulatedChain.RECIPIENT);

    private static final class Simulation {
        private final SimulatedChain chain = new SimulatedChain();
        private final Ledger ledger;
        private final List<SimulatedChain.Payment> waiting = new ArrayList<>();
        private final Map<Bytes32, SimulatedChain.Payment> made = new HashMap<>();

        Simulation(Ledger ledger) {
            this.ledger = ledger;
        }

        void apply(Step step) {
            switch (step) {
                case Step.Mine mine -> mine(mine);
                case Step.Reorganise reorganise -> reorganise(reorganise);
                case Step.Look look -> look(chain);
                case Step.LookAndDie die -> lookAndDie(die.afterQuestions());
            }
        }

        private void mine(Step.Mine mine) {
            List<SimulatedChain.Payment> payments = new ArrayList<>(waiting);
            waiting.clear();
            for (int i = 0; i < mine.payments(); i++) {
                payments.add(mine.newestFirst() ? 0 : payments.size(), payment(mine.amount()));
            }
            chain.mine(payments);
        }

        private SimulatedChain.Payment payment(int amount) {
            int number = made.size();
            SimulatedChain.Rail rail = RAILS.get(number % RAILS.size());
            SimulatedChain.Part first = part(number / RAILS.size(), amount);
            SimulatedChain.Payment payment = new SimulatedChain.Payment(
                    new Bytes32("0x%064x".formatted(number + 1)),
                    rail == SimulatedChain.Rail.BATCH
                            ? List.of(first, part(number / RAILS.size() + 1, amount + 1))
                            : List.of(first),
                    rail);
            made.put(payment.transaction(), payment);
            return payment;
        }

        private static SimulatedChain.Part part(int number, int amount) {
            return new SimulatedChain.Part(REFERENCES.get(number % REFERENCES.size()), BigInteger.valueOf(amount));
        }

        private void reorganise(Step.Reorganise reorganise) {
            List<SimulatedChain.Payment> dropped = chain.drop(reorganise.depth());
            waiting.addAll(reorganise.losesSome() ? dropped.subList(0, dropped.size() / 2) : dropped);
            for (int i = 0; i < reorganise.replacedBy(); i++) {
                chain.mine(List.of());
            }
        }

        private void look(ChainClient node) {
            // As after a restart: nothing is carried over but the ledger.
            Set<Address> recipients = Set.of(SimulatedChain.RECIPIENT);
            ChainFollower follower = new ChainFollower(
                    node,
                    ledger,
                    new PaymentFinder(node, recipients, ROUTERS),
                    new ReturnFinder(node, new RecordingPublications(), recipients, Map.of()));
            for (int i = 0; i < 50 && follower.follow() == ChainFollower.Progress.MORE_TO_READ; i++) {
                assertNothingCountsTwice();
            }
        }

        private void lookAndDie(int afterQuestions) {
            try {
                look(dyingAfter(afterQuestions));
            } catch (ChainUnavailable expected) {
                assertNothingCountsTwice();
            }
        }

        private ChainClient dyingAfter(int questions) {
            int[] left = {questions};
            return (ChainClient) Proxy.newProxyInstance(
                    ChainClient.class.getClassLoader(),
                    new Class<?>[] {ChainClient.class},
                    (proxy, method, arguments) -> {
                        if (left[0]-- <= 0) {
                            throw new ChainUnavailable("gone");
                        }
                        try {
                            return method.invoke(chain, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        void mineAndCatchUp() {
            mine(new Step.Mine(0, 1, false));
            look(chain);
            assertThat(ledger.cursor()).map(BlockRef::number).contains(chain.head());
        }

        BigInteger credited(Bytes32 reference) {
            return ledger.credits(reference).stream().map(Credit::amount).reduce(BigInteger.ZERO, BigInteger::add);
        }

        void assertNothingCountsTwice() {
            for (Bytes32 reference : REFERENCES) {
                List<Credit> credits = ledger.credits(reference);
                assertThat(credits).extracting(Credit::transactionHash).doesNotHaveDuplicates();
                assertThat(credits)
                        .allSatisfy(credit -> assertThat(made.get(credit.transactionHash()))
                                .extracting(SimulatedChain.Payment::parts, LIST)
                                .contains(new SimulatedChain.Part(reference, credit.amount())));
            }
        }
    }

    private static Bytes32 reference(int value) {
        return new Bytes32("0x%064x".formatted(0xbeef00 + value));
    }
}
