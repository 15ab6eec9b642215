package dev.slipway.desk.signer;

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
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** One signer process from its start to its end. Any number of threads may ask; it answers one after the other. */
public final class SignerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignerProcess.class);
    /** The dearest keystore that is let in takes half a minute on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final OutputStream questions;
    private final Map<Long, CompletableFuture<SignerReply>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong(Answer.TO_NOBODY);
    private volatile boolean closed;

    private SignerProcess(Process process) {
        this.process = process;
        this.questions = process.getOutputStream();
    }

    /**
     * @param ended is called once, on a thread of its own, when the process is gone for whatever reason
     * @throws DeskException {@code internal} where no process can be started
     */
    public static SignerProcess start(SignerCommand command, Duration idle, Consumer<SignerEnd> ended) {
        try {
            SignerProcess started = new SignerProcess(command.start(idle));
            Thread.ofPlatform().daemon().name("signer answers").start(() -> started.follow(ended));
            return started;
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.INTERNAL, "The signer process cannot be started (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Blocks until it is answered. The request's secrets are wiped when this returns.
     *
     * @throws DeskException with the signer's reason to refuse, and {@code wallet-locked} when it is gone
     */
    public <T extends SignerReply> T ask(SignerRequest request, Class<T> expected) {
        long id = lastId.incrementAndGet();
        CompletableFuture<SignerReply> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        try {
            say(new Question(id, request));
            if (!process.isAlive()) {
                throw gone();
            }
            return expect(expected, reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException(ProblemCode.CANCELLED, "Nobody waits for the wallet any more.", e);
        } catch (ExecutionException e) {
            throw gone();
        } catch (TimeoutException e) {
            close();
            throw new DeskException(
                    ProblemCode.WALLET_LOCKED,
                    "The signer said nothing for " + PATIENCE.toMinutes() + " minutes and was ended.",
                    e);
        } finally {
            waiting.remove(id);
            request.secrets().forEach(Secret::wipe);
        }
    }

    private synchronized void say(Question question) {
        try {
            Message.write(question, questions);
        } catch (IOException e) {
            throw gone();
        }
    }

    private static <T extends SignerReply> T expect(Class<T> expected, SignerReply reply) {
        if (reply instanceof SignerReply.Refused(ProblemCode code, String message)) {
            throw new DeskException(code, message);
        }
        if (reply instanceof SignerReply.Misspelt(List<Integer> places)) {
            throw new UnknownWords(places);
        }
        if (!expected.isInstance(reply)) {
            throw new DeskException(ProblemCode.INTERNAL, "The signer answered something else than was asked.");
        }
        return expected.cast(reply);
    }

    private void follow(Consumer<SignerEnd> ended) {
        try {
            readAnswers();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            // What it said could hold a phrase, so the message of the fault is not for the log.
            LOG.warn(
                    "The signer cannot be understood any more ({})",
                    e.getClass().getSimpleName());
            process.destroyForcibly();
        }
        // Only when it is reaped: who asks later sees that nobody is there.
        int status = status();
        SignerEnd end = closed ? SignerEnd.LOCKED : SignerEnd.ofStatus(status);
        waiting.values().forEach(reply -> reply.completeExceptionally(gone()));
        ended.accept(end);
    }

    private void readAnswers() throws IOException {
        Messages answers = new Messages(process.getInputStream());
        boolean open = true;
        while (open) {
            open = switch (answers.next()) {
                case Messages.Heard.Whole(Message message) -> hear(message.as(Answer.class));
                case Messages.Heard.Misshapen misshapen -> throw new IOException("an answer is misshapen");
                case Messages.Heard.EndOfStream end -> false;
            };
        }
    }

    /** @return true: more may come */
    private boolean hear(Answer answer) {
        CompletableFuture<SignerReply> reply = waiting.get(answer.id());
        if (reply == null || !reply.complete(answer.reply())) {
            answer.reply().secrets().forEach(Secret::wipe);
        }
        return true;
    }

    private int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; without a status it counts as dead.
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static DeskException gone() {
        return new DeskException(ProblemCode.WALLET_LOCKED, "The wallet is locked: its signer process has ended.");
    }

    /** Of the process, for who watches over it. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, whatever it is doing, and the key with it. */
    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }
}
