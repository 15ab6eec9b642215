package dev.slipway.desk.signer.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.signer.protocol.Answer;
import dev.slipway.desk.signer.protocol.Message;
import dev.slipway.desk.signer.protocol.Messages;
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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class SignerLoopTest {
    private static final Address OWN = new Address(LightKeystore.ADDRESS);
    private static final byte[] STAY = asked(1, new SignerRequest.Stay(60));

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
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":\"hunter2\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":0}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":1}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":-1}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":null}}",
                "{\"id\":7,\"request\":{\"ask\":\"unlock\",\"keystore\":\"{}\",\"password\":1e99}}",
                "{\"id\":7,\"request\":{\"ask\":\"import-key\",\"privateKey\":0,\"password\":0}}",
                "{\"id\":7,\"request\":{\"ask\":\"stay\",\"idleSeconds\":\"hunter2\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"lock\"},\"more\":\"hunter2\"}",
                "{\"id\":7,\"id\":8,\"request\":{\"ask\":\"lock\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"lock\"}} {}",
                "{\"id\":7,\"request\":{\"ask\":\"allow\",\"payment\":{\"chainId\":1}}}",
            })
    void whatItDoesNotKnowIsRefusedWithoutRepeatingIt(String json) throws IOException {
        List<Answer> answers = say(message(json), STAY);

        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().id()).isEqualTo(Answer.TO_NOBODY);
        assertThat(refusal(answers.getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(refusal(answers.getFirst()).message()).doesNotContain("hunter2");
        assertThat(answers.getLast()).isEqualTo(new Answer(1, new SignerReply.Done()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7,\"request\":{\"ask\":\"import-key\",\"privateKey\":0,\"password\":0}}",
                "{\"id\":7,\"request\":{\"ask\":\"create\",\"password\":1}}",
                "{\"id\":7,\"request\":{\"ask\":\"lock\"}}",
                "{\"id\":7,\"request\":{\"ask\":\"give-key\"}}"
            })
    void aSecretBelongsToOneMember(String json) throws IOException {
        List<Answer> answers = say(message(json, "hunter2"), STAY);

        assertThat(refusal(answers.getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(answers.getLast()).isEqualTo(new Answer(1, new SignerReply.Done()));
    }

    @Test
    void aMessageLongerThanAnyIsForgottenAndTheNextOneIsHeard() throws IOException {
        List<Answer> answers = say(message("x".repeat(5 * Message.MOST_BYTES)), STAY);

        assertThat(refusal(answers.getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(answers.getLast()).isEqualTo(new Answer(1, new SignerReply.Done()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "00000009", "ffffffff", "0000000000000009", "0000000000000001ffffffff", "7fffffff"})
    void aMessageThatSaysMoreThanItHoldsIsForgottenAndTheNextOneIsHeard(String hex) throws IOException {
        byte[] body = HexFormat.of().parseHex(hex);
        List<Answer> answers = say(
                ByteBuffer.allocate(Integer.BYTES + body.length)
                        .putInt(body.length)
                        .put(body)
                        .array(),
                STAY);

        assertThat(refusal(answers.getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(answers.getLast()).isEqualTo(new Answer(1, new SignerReply.Done()));
    }

    @Test
    void whatBreaksOffIsTheEnd() throws IOException {
        byte[] whole = message("{\"id\":7,\"request\":{\"ask\":\"create\",\"password\":0}}", "hunter2");
        for (int length = 0; length < whole.length; length++) {
            assertThat(say(STAY, Arrays.copyOf(whole, length))).hasSize(1);
        }
    }

    @Test
    void whereNoMessageCanBeginNothingMoreIsHeard() {
        assertThatThrownBy(() -> say(HexFormat.of().parseHex("ffffffff"), STAY)).isInstanceOf(IOException.class);
    }

    @Test
    void aSecretLongerThanAnyIsNotTaken() throws IOException {
        byte[] create = message(
                "{\"id\":7,\"request\":{\"ask\":\"create\",\"password\":0}}", "x".repeat(Secret.MOST_CHARACTERS + 1));

        assertThat(refusal(say(create).getFirst()).code()).isEqualTo(ProblemCode.BAD_REQUEST);
    }

    @Test
    void secretsAreBesideTheJsonAndNeverInIt() throws IOException {
        SignerRequest request =
                new SignerRequest.ImportKey(Secret.of("hunter2"), Secret.of("\ud800\u0436 \ud83d\udd11"));
        Question question = new Question(7, request);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Message.write(question, out);

        Messages.Heard.Whole heard =
                (Messages.Heard.Whole) new Messages(new ByteArrayInputStream(out.toByteArray())).next();
        assertThat(new String(heard.message().json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":7,\"request\":{\"ask\":\"import-key\",\"privateKey\":0,\"password\":1}}");
        assertThat(heard.message().as(Question.class).request().secrets())
                .extracting(Secret::reveal)
                .containsExactly("hunter2", "\ud800\u0436 \ud83d\udd11");
        assertThatThrownBy(() -> Json.STRICT.writeValueAsString(question)).isInstanceOf(JacksonException.class);
    }

    @Test
    void afterTheLockNothingIsHeard() throws IOException {
        assertThat(say(asked(3, new SignerRequest.Lock()), STAY))
                .containsExactly(new Answer(3, new SignerReply.Done()));
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
        List<byte[]> questions = new ArrayList<>();
        questions.add(asked(1, new SignerRequest.Unlock(LightKeystore.of("secret"), Secret.of("secret"))));
        questions.add(asked(2, new SignerRequest.SignPublication(Json.STRICT.readTree(json))));
        for (String each : foreign) {
            assertThat(each).isNotEqualTo(json);
            questions.add(asked(3, new SignerRequest.SignPublication(Json.STRICT.readTree(each))));
        }

        List<Answer> answers = say(questions.toArray(byte[][]::new));

        assertThat(answers.get(1).reply()).isInstanceOf(SignerReply.Signed.class);
        assertThat(answers.subList(2, answers.size()))
                .hasSize(foreign.size())
                .allSatisfy(answer -> assertThat(refusal(answer).code()).isEqualTo(ProblemCode.SIGNING_REFUSED));
    }

    @Test
    void anOpenWalletTakesNoOtherKey() throws IOException {
        byte[] unlock = asked(1, new SignerRequest.Unlock(LightKeystore.of("secret"), Secret.of("secret")));

        List<Answer> answers = say(unlock, unlock, asked(2, new SignerRequest.Create(Secret.of("secret"))));

        assertThat(answers.getFirst().reply()).isEqualTo(new SignerReply.Opened(OWN));
        assertThat(refusal(answers.get(1)).code()).isEqualTo(ProblemCode.WRONG_STATE);
        assertThat(refusal(answers.get(2)).code()).isEqualTo(ProblemCode.WRONG_STATE);
    }

    private static byte[] asked(long id, SignerRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Message.write(new Question(id, request), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** As the protocol has it, put together by hand. */
    private static byte[] message(String json, String... secrets) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        int length = 8
                + utf8.length
                + Stream.of(secrets).mapToInt(secret -> 4 + 2 * secret.length()).sum();
        ByteBuffer out = ByteBuffer.allocate(4 + length)
                .putInt(length)
                .putInt(utf8.length)
                .put(utf8);
        out.putInt(secrets.length);
        for (String secret : secrets) {
            out.putInt(secret.length()).put(secret.getBytes(StandardCharsets.UTF_16BE));
        }
        return out.array();
    }

    private static List<Answer> say(byte[]... messages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            said.write(message);
        }
        IdleWatch idle = new IdleWatch(InstantSource.system(), Duration.ofMinutes(1), () -> {});
        InputStream questions = new ByteArrayInputStream(said.toByteArray());
        new SignerLoop(questions, out, new Vault(new SecureRandom()), idle).run();
        Messages heard = new Messages(new ByteArrayInputStream(out.toByteArray()));
        List<Answer> answers = new ArrayList<>();
        while (heard.next() instanceof Messages.Heard.Whole(Message message)) {
            answers.add(message.as(Answer.class));
        }
        return answers;
    }

    private static SignerReply.Refused refusal(Answer answer) {
        return (SignerReply.Refused) answer.reply();
    }
}
