package dev.slipway.desk.signer.vault;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.Answer;
import dev.slipway.desk.signer.protocol.Lines;
import dev.slipway.desk.signer.protocol.Question;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/** Answers line by line until it is told to lock, or until whoever asks is gone. */
final class SignerLoop {
    private final Lines questions;
    private final OutputStream answers;
    private final Vault vault;
    private final IdleWatch idle;

    SignerLoop(InputStream questions, OutputStream answers, Vault vault, IdleWatch idle) {
        this.questions = new Lines(questions);
        this.answers = answers;
        this.vault = vault;
        this.idle = idle;
    }

    /** @throws IOException when nobody takes the answers any more */
    void run() throws IOException {
        boolean open = true;
        while (open) {
            open = switch (questions.next()) {
                case Lines.Line.Whole(byte[] utf8) -> hear(utf8);
                case Lines.Line.TooLong tooLong -> notUnderstood();
                case Lines.Line.EndOfStream end -> false;
            };
        }
    }

    /** @return whether more may come */
    private boolean hear(byte[] utf8) throws IOException {
        Question question;
        try {
            question = Json.STRICT.readValue(utf8, Question.class);
        } catch (JacksonException | IllegalArgumentException e) {
            // Its message could repeat a part of what came, and that could be a secret.
            return notUnderstood();
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
        if (question == null) {
            return notUnderstood();
        }
        idle.used();
        SignerReply reply = reply(question.request());
        idle.used();
        say(new Answer(question.id(), reply));
        if (!question.request().secrets().isEmpty()) {
            // Gives back the memory that opening a keystore took.
            System.gc();
        }
        return !(question.request() instanceof SignerRequest.Lock);
    }

    private SignerReply reply(SignerRequest request) {
        try {
            if (request instanceof SignerRequest.Stay(int seconds)) {
                idle.setIdle(Duration.ofSeconds(seconds));
            }
            return vault.answer(request);
        } catch (DeskException e) {
            return new SignerReply.Refused(
                    e.code(),
                    Objects.requireNonNullElse(e.getMessage(), e.code().title()));
        } catch (RuntimeException e) {
            // The boundary of the process. Only the kind of fault is told: its message could repeat a secret.
            return new SignerReply.Refused(
                    ProblemCode.INTERNAL,
                    "The signer failed (" + e.getClass().getSimpleName() + "); nothing was signed.");
        } finally {
            request.secrets().forEach(Secret::wipe);
        }
    }

    private boolean notUnderstood() throws IOException {
        say(new Answer(
                Answer.TO_NOBODY,
                new SignerReply.Refused(ProblemCode.BAD_REQUEST, "The signer knows no such request.")));
        return true;
    }

    private void say(Answer answer) throws IOException {
        byte[] line = Json.STRICT.writeValueAsBytes(answer);
        answers.write(line);
        answers.write('\n');
        answers.flush();
        Arrays.fill(line, (byte) 0);
        if (answer.reply() instanceof SignerReply.Created created) {
            created.phrase().wipe();
        }
    }
}
