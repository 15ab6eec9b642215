package dev.slipway.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.verification.ArtifactCheck.Outcome;
import org.junit.jupiter.api.Test;

class EngineCheckTest {

    @Test
    void aModelThatIsGoneRejectsNobodysFilm() {
        assertThat(EngineCheck.failed(ProblemCode.CONFIGURATION, "The model cannot be used: there is no such file."))
                .isInstanceOf(Outcome.Disturbed.class);
    }

    @Test
    void whatTheWorkerRefusesIsRefused() {
        assertThat(EngineCheck.failed(ProblemCode.DECODE_FAILED, "The file cannot be decoded."))
                .isEqualTo(new Outcome.Refused(ProblemCode.DECODE_FAILED, "The file cannot be decoded."));
    }
}
