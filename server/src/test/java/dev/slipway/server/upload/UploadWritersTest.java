package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadWritersTest {
    private static final UploadLimits LIMITS = UploadBench.LIMITS;

    private final UploadWriters writers = new UploadWriters(LIMITS);
    private final PublicationId greedy = publication();

    @Test
    void onePublicationCannotTakeThePlacesOfAll() {
        for (int i = 0; i < LIMITS.writersPerPublication(); i++) {
            writers.enter(greedy);
        }

        assertRefused(greedy, "one publication");
        writers.enter(publication());
    }

    @Test
    void aPlaceIsFreeAgainOnceItsWriterLeft() {
        for (int i = 0; i < LIMITS.writersPerPublication(); i++) {
            writers.enter(greedy);
        }
        assertRefused(greedy, "one publication");
        writers.leave(greedy);

        writers.enter(greedy);
        assertRefused(greedy, "one publication");
    }

    @Test
    void aFullServerTellsSoAndKeepsNoPlaceForWhoItRefused() {
        for (int i = 0; i < LIMITS.writers(); i++) {
            writers.enter(publication());
        }
        for (int i = 0; i <= LIMITS.writersPerPublication(); i++) {
            assertRefused(greedy, "This server takes " + LIMITS.writers() + " uploads");
        }
    }

    private void assertRefused(PublicationId publication, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> writers.enter(publication))
                .withMessageContaining(why)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS));
    }

    private static PublicationId publication() {
        return new PublicationId(UUID.randomUUID());
    }
}
