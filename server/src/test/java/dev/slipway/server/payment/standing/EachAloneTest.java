package dev.slipway.server.payment.standing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainUnavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class EachAloneTest {
    private static final Bytes32 ONE = new Bytes32("0x" + "11".repeat(32));
    private static final Bytes32 OTHER = new Bytes32("0x" + "22".repeat(32));

    private final EachAlone alone = new EachAlone();

    @BeforeEach
    void begin() {
        alone.begin();
    }

    @Test
    void whatGoesWrongIsToldAfterAllOthersAndOnceForEachReference() {
        fail(ONE);
        fail(ONE);
        alone.run(OTHER, () -> {
            throw new DataIntegrityViolationException("and that");
        });
        assertThatExceptionOfType(PaymentsUntold.class)
                .isThrownBy(alone::requireAllTold)
                .withMessageStartingWith("2 payments cannot be told")
                .withMessageContaining(ONE.hex())
                .withMessageEndingWith("something");
    }

    @Test
    void aLookThatEndedBeforeItsEndLeavesNothingToTheNext() {
        fail(ONE);
        assertThatExceptionOfType(ChainUnavailable.class)
                .isThrownBy(() -> alone.run(OTHER, () -> {
                    throw new ChainUnavailable("away");
                }));
        alone.begin();
        assertThatCode(alone::requireAllTold).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatIsAwayEndsTheLook() {
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> alone.run(ONE, () -> {
                    throw new DataAccessResourceFailureException("away");
                }));
        assertThatCode(alone::requireAllTold).doesNotThrowAnyException();
    }

    private void fail(Bytes32 reference) {
        alone.run(reference, () -> {
            throw new IllegalStateException("something");
        });
    }
}
