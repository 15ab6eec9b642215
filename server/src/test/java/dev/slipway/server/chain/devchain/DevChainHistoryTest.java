package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever order openings, ends, payments and moves of the clock come in: what was shown is shown the same ever after,
 * times grow with the numbers, and time while the chain is closed brings next to no blocks.
 */
class DevChainHistoryTest {
    /** One event of a history. */
    sealed interface Step {
        /** Seconds pass, or are set back, whether or not the chain is open. */
        record Pass(long seconds) implements Step {}

        /** Time passes that is meant for a chain which is closed. */
        record Rest(long seconds) implements Step {}

        record Pay() implements Step {}

        record Close() implements Step {}

        /**
         * Killed after so many seconds with a payment, which nobody looked at.
         *
         * @param part how much of what these wrote reached the disk, of a thousand parts
         */
        record Kill(long seconds, int part) implements Step {}

        /** Killed while it was opened. */
        record KillAtOpening(int part) implements Step {}
    }

    @Property(tries = 100)
    void whatWasShownStaysAndNothingComesWhileItIsClosed(@ForAll("histories") List<Step> history) throws IOException {
        Path path = Files.createTempDirectory("devchain");
        try (Observer observer = new Observer(new ChainFolder(path))) {
            for (Step step : history) {
                observer.live(step);
            }
        } finally {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> parts = Arbitraries.integers().between(0, 1000);
        Arbitrary<Step> pass = Arbitraries.longs().between(0, 200).map(Step.Pass::new);
        Arbitrary<Step> back = Arbitraries.longs().between(-90, -1).map(Step.Pass::new);
        Arbitrary<Step> rest = Arbitraries.longs().between(-200_000, 200_000).map(Step.Rest::new);
        Arbitrary<Step> kill = Combinators.combine(Arbitraries.longs().between(-20, 200), parts)
                .as(Step.Kill::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, pass),
                        Tuple.of(1, back),
                        Tuple.of(3, rest),
                        Tuple.of(4, Arbitraries.of(new Step.Pay())),
                        Tuple.of(2, Arbitraries.of(new Step.Close())),
                        Tuple.of(2, kill),
                        Tuple.of(1, parts.map(Step.KillAtOpening::new)))
                .list()
                .ofMaxSize(30);
    }

    /** Whom the chain shows its blocks, and who remembers them. */
    private static final class Observer implements AutoCloseable {
        /** A minute's blocks that may have been shown before a kill, and the one of the opening. */
        private static final long MOST_BY_CLOSING = 61;

        private final ChainFolder folder;
        private final NavigableMap<Long, DevBlock> shown = new TreeMap<>();
        private @Nullable DevChain chain;
        /** What the next opening may add to what was shown. */
        private long unseen;

        Observer(ChainFolder folder) {
            this.folder = folder;
        }

        void live(Step step) throws IOException {
            switch (step) {
                case Step.Pass pass -> {
                    look(open());
                    folder.seconds(pass.seconds());
                    look(open());
                }
                case Step.Rest rest -> {
                    close();
                    folder.seconds(rest.seconds());
                }
                case Step.Pay pay -> folder.pay(open(), open().pendingNonce(folder.alice.address()));
                case Step.Close close -> close();
                case Step.Kill kill -> kill(kill);
                case Step.KillAtOpening kill -> killAtOpening(kill);
            }
        }

        private DevChain open() throws IOException {
            if (chain == null) {
                chain = folder.open();
                long before = shown.isEmpty() ? 0 : shown.lastKey();
                assertThat(chain.head()).isBetween(before, before + MOST_BY_CLOSING + unseen);
                assertThat(ChainFolder.block(chain, chain.head()).timestamp()).isGreaterThanOrEqualTo(folder.now());
                unseen = 0;
                look(chain);
            }
            return chain;
        }

        private void look(DevChain open) {
            long before = shown.isEmpty() ? 0 : shown.lastKey();
            assertThat(open.head()).isGreaterThanOrEqualTo(before);
            LongStream.of(before + 1, (before + open.head()) / 2, open.head() - 1, open.head())
                    .filter(number -> number >= 0 && number <= open.head())
                    .forEach(number -> shown.putIfAbsent(number, ChainFolder.block(open, number)));
            shown.forEach((number, block) ->
                    assertThat(ChainFolder.block(open, number)).isEqualTo(block));
            shown.forEach((number, block) -> {
                Map.Entry<Long, DevBlock> next = shown.higherEntry(number);
                if (next != null) {
                    assertThat(next.getValue().timestamp() - block.timestamp())
                            .isGreaterThanOrEqualTo(next.getKey() - number);
                }
                if (number > 0) {
                    assertThat(ChainFolder.block(open, number - 1).hash()).isEqualTo(block.parentHash());
                }
            });
        }

        private void kill(Step.Kill kill) throws IOException {
            DevChain killed = open();
            look(killed);
            long from = folder.size();
            folder.pay(killed, killed.pendingNonce(folder.alice.address()));
            folder.seconds(kill.seconds());
            killed.advance();
            die(killed, from, kill.part());
            unseen = Math.max(0, kill.seconds());
        }

        private void killAtOpening(Step.KillAtOpening kill) throws IOException {
            close();
            long from = Files.exists(folder.journal()) ? folder.size() : 0;
            DevChain killed = folder.open();
            die(killed, from, kill.part());
            unseen += MOST_BY_CLOSING;
        }

        private void die(DevChain killed, long from, int part) throws IOException {
            folder.kill(killed, from + (folder.size() - from) * part / 1000);
            chain = null;
        }

        @Override
        public void close() throws IOException {
            if (chain != null) {
                look(chain);
                chain.close();
                chain = null;
            }
        }
    }
}
