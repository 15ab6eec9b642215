package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogsBloomTest {
    private static final Address CONTRACT = new Address("0x5fbdb2315678afecb367f032d93f642f64180aa3");
    private static final Bytes32 TOPIC = new Bytes32("0x" + "ab".repeat(32));
    private static final Bytes32 OTHER = new Bytes32("0x" + "cd".repeat(32));

    /** The header's bits of a block of anvil in which this contract logged this topic and nobody anything else. */
    private static final LogsBloom OF_ANVIL = new LogsBloom(IntStream.of(80, 139, 486, 801, 1254, 1338)
            .mapToObj(BigInteger.ONE::shiftLeft)
            .reduce(BigInteger.ZERO, BigInteger::or));

    @Test
    void itIsMadeAsAnvilMakesIt() {
        ChainLog log = new ChainLog(CONTRACT, List.of(TOPIC), "0x", OTHER, OTHER, 0);
        assertThat(LogsBloom.of(List.of(log))).isEqualTo(OF_ANVIL);
        assertThat(LogsBloom.parse("0x" + "%0512x".formatted(OF_ANVIL.bits()))).isEqualTo(OF_ANVIL);
    }

    @Test
    void itHoldsWhatWasLoggedAndNotTheRest() {
        assertThat(OF_ANVIL.saysSomething()).isTrue();
        assertThat(OF_ANVIL.mayHold(CONTRACT, TOPIC)).isTrue();
        assertThat(OF_ANVIL.mayHold(CONTRACT, OTHER)).isFalse();
        assertThat(OF_ANVIL.mayHold(new Address("0x" + "11".repeat(20)), TOPIC)).isFalse();
    }

    @Test
    void oneBitThatIsMissingMeansNo() {
        for (int bit : new int[] {80, 139, 486, 801, 1254, 1338}) {
            assertThat(new LogsBloom(OF_ANVIL.bits().clearBit(bit)).mayHold(CONTRACT, TOPIC))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "0x00"})
    void whatIsNoFilterSaysNothing(String header) {
        assertThat(LogsBloom.parse(header)).isEqualTo(LogsBloom.SAYS_NOTHING);
        assertThat(LogsBloom.parse(null).saysSomething()).isFalse();
    }

    @Test
    void allOnesAndAllZerosSayNothing() {
        assertThat(LogsBloom.parse("0x" + "ff".repeat(256)).saysSomething()).isFalse();
        assertThat(LogsBloom.parse("0x" + "00".repeat(256)).saysSomething()).isFalse();
        assertThat(LogsBloom.SAYS_NOTHING.mayHold(CONTRACT, OTHER)).isTrue();
    }
}
