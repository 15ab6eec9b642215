package dev.slipway.desk.signer.vault;

import dev.slipway.desk.ethereum.UnknownWords;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.Answer;
import dev.slipway.desk.signer.protocol.Message;
import dev.slipway.desk.signer.protocol.Messages;
import dev.slipway.desk.signer.protocol.Question;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/** Answers one question after the other until it is told to lock, or until whoever asks is gone. */
final class SignerLoop {
    private final Messages questions;
    private final OutputStream answers;
    private final Vault vault;
    private final IdleWatch idle;

    SignerLoop(InputStream questions, OutputStream answers, Vault vault, IdleWatch idle) {
        this.questions = new Messages(questions);
        this.answers = answers;
        this.vault = vault;
        this.idle = idle;
    }

    /** @throws IOException when nobody takes the answers any more */
    void run() throws IOException {
        boolean open = true;
        while (open) {
            open = switch (questions.next()) {
                case Messages.Heard.Whole(Message message) -> hear(message);
                case Messages.Heard.Misshapen misshapen -> notUnderstood();
                case Messages.Heard.EndOfStream end -> false;
            };
        }
    }

    /** @return whether more may come */
    private boolean hear(Message message) throws IOException {
        Question question;
        try {
            question = message.as(Question.class);
        } catch (JacksonException | IllegalArgumentException e) {
            // Its message could repeat a part of what came, and that could be a secret.
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
        } catch (UnknownWords e) {
            return new SignerReply.Misspelt(e.places());
        } catch (DeskException e) {
            return new SignerReply.Refused(e.code(), e.getMessage());
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
        try {
            Message.write(answer, answers);
        } finally {
            answer.reply().secrets().forEach(Secret::wipe);
        }
    }
}
