package dev.slipway.desk.signer.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.signer.protocol.Answer;
import dev.slipway.desk.signer.protocol.Lines;
import dev.slipway.desk.signer.protocol.Question;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.Publishing;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.signing.TypedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerLoopTest {
    private static final Address OWN = new Address(LightKeystore.ADDRESS);
    private static final String STAY = line(1, new SignerRequest.Stay(60));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "{\"id\":7}",
                "{\"id\":7,\"request\":null}",
                "{\"id\":7,\"request\":{\"ask\":\"give-key\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":{\"hunter2\":1}}}",
                "{\"id\":7,\"request\":{\"ask\":\"stay\",\"idleSeconds\":\"hunter2\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"lock\"},\"more\":\"hunter2\"}",
                "{\"id\":7,\"id\":8,\"request\":{\"ask\":\"lock\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"lock\"}} {}",
                "{\"id\":7,\"request\":{\"ask\":\"allow\",\"payment\":{\"chainId\":1}}}",
            })
    void whatItDoesNotKnowIsRefusedWithoutRepeatingIt(String line) throws IOException {
        List<Answer> answers = say(line, STAY);

        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().id()).isEqualTo(Answer.TO_NOBODY);
        assertThat(refusal(answers.getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(refusal(answers.getFirst()).message()).doesNotContain("hunter2");
        assertThat(answers.getLast()).isEqualTo(new Answer(1, new SignerReply.Done()));
    }

    @Test
    void aLineWithoutEndIsForgottenAndTheNextOneIsHeard() throws IOException {
        List<Answer> answers = say("x".repeat(5 * Lines.MOST_BYTES), STAY);

        assertThat(refusal(answers.getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(answers.getLast()).isEqualTo(new Answer(1, new SignerReply.Done()));
    }

    @Test
    void aSecretLongerThanAnyIsNotTaken() throws IOException {
        String line = "{\"id\":7,\"request\":{\"ask\":\"create\",\"password\":\""
                + "x".repeat(Secret.MOST_CHARACTERS + 1) + "\"}}";

        assertThat(refusal(say(line).getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
    }

    @Test
    void afterTheLockNothingIsHeard() throws IOException {
        assertThat(say(line(3, new SignerRequest.Lock()), STAY)).containsExactly(new Answer(3, new SignerReply.Done()));
    }

    @Test
    void onlyOurPublishIsSigned() throws IOException {
        TypedData good = Publishing.message(OWN).typedData(31337);
        String json = good.toJson();
        TypedData terms = new TermsMessage(
                        Publishing.message(OWN).publicationId(), Publishing.filled("01"), Publishing.filled("02"))
                .typedData(31337);
        List<String> foreign = List.of(
                terms.toJson(),
                json.replace("\"Slipway\"", "\"Uniswap\""),
                json.replace("\"version\":\"1\"", "\"version\":\"2\""),
                json.replace("31337", "0"),
                json.replace("31337", "\"31337\""),
                json.replace("\"deadline\":\"1800000000\"", "\"deadline\":\"1800000000\",\"more\":\"1\""),
                json.replace("\"type\":\"uint64\"", "\"type\":\"uint256\""),
                json.replace("\"1800000000\"", "1800000000"),
                Publishing.message(new Address("0x" + "12".repeat(20)))
                        .typedData(31337)
                        .toJson(),
                "{}",
                "[]",
                "7");
        List<String> lines = new ArrayList<>();
        lines.add(line(1, new SignerRequest.Unlock(LightKeystore.of("secret"), Secret.of("secret"))));
        lines.add(line(2, new SignerRequest.SignPublication(Json.STRICT.readTree(json))));
        for (String each : foreign) {
            assertThat(each).isNotEqualTo(json);
            lines.add(line(3, new SignerRequest.SignPublication(Json.STRICT.readTree(each))));
        }

        List<Answer> answers = say(lines.toArray(String[]::new));

        assertThat(answers.get(1).reply()).isInstanceOf(SignerReply.Signed.class);
        assertThat(answers.subList(2, answers.size()))
                .hasSize(foreign.size())
                .allSatisfy(answer -> assertThat(refusal(answer).code()).isEqualTo(ProblemCode.SIGNING_REFUSED));
    }

    @Test
    void anOpenWalletTakesNoOtherKey() throws IOException {
        String unlock = line(1, new SignerRequest.Unlock(LightKeystore.of("secret"), Secret.of("secret")));

        List<Answer> answers = say(unlock, unlock, line(2, new SignerRequest.Create(Secret.of("secret"))));

        assertThat(answers.getFirst().reply()).isEqualTo(new SignerReply.Opened(OWN));
        assertThat(refusal(answers.get(1)).code()).isEqualTo(ProblemCode.WRONG_STATE);
        assertThat(refusal(answers.get(2)).code()).isEqualTo(ProblemCode.WRONG_STATE);
    }

    private static String line(long id, SignerRequest request) {
        return Json.STRICT.writeValueAsString(new Question(id, request));
    }

    private static List<Answer> say(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] said = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        IdleWatch idle = new IdleWatch(InstantSource.system(), Duration.ofMinutes(1), () -> {});
        new SignerLoop(new ByteArrayInputStream(said), out, new Vault(new SecureRandom()), idle).run();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.STRICT.readValue(line, Answer.class))
                .toList();
    }

    private static SignerReply.Refused refusal(Answer answer) {
        return (SignerReply.Refused) answer.reply();
    }
}
