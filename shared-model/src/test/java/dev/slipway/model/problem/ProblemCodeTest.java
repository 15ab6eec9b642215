package dev.slipway.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    @ParameterizedTest
    @EnumSource
    void readsBackFromItsText(ProblemCode code) {
        assertThat(ProblemCode.parse(code.code())).isEqualTo(code);
        assertThat(code.code()).matches("[a-z]+(-[a-z0-9]+)*");
        assertThat(code.status()).isBetween(400, 599);
    }

    @Test
    void aDocumentCarriesCodeStatusAndSentence() {
        Problem problem =
                Problem.of(ProblemCode.NOT_A_VIDEO, "notes.txt holds text.", List.of(new Violation("file", "is text")));

        assertThat(Json.STRICT.readTree(Json.STRICT.writeValueAsString(problem)))
                .isEqualTo(Json.STRICT.readTree("""
                        {"type":"urn:slipway:problem:not-a-video","title":"This is not a video","status":422,
                         "code":"not-a-video","detail":"notes.txt holds text.",
                         "violations":[{"field":"file","message":"is text"}]}"""));
    }

    @Test
    void unknownCodesAreRefused() {
        assertThatThrownBy(() -> ProblemCode.parse("no-such-code")).hasMessageContaining("no-such-code");
    }
}
