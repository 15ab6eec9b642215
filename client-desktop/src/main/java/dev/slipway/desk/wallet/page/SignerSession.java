package dev.slipway.desk.wallet.page;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.SignerCommand;
import dev.slipway.desk.signer.SignerEnd;
import dev.slipway.desk.signer.SignerProcess;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.model.problem.ProblemCode;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One signer process that can be ended before it is even started. */
final class SignerSession implements AutoCloseable {
    private @Nullable SignerProcess process;
    private boolean closed;
    private volatile boolean over;

    /**
     * Starts the process and asks it for the first time. Blocking; the arguments are those of {@link SignerProcess}. The
     * request's secrets are wiped when this returns, also where there was nobody to ask.
     */
    <T extends SignerReply> T begin(
            SignerCommand command, Duration idle, Consumer<SignerEnd> ended, SignerRequest request, Class<T> expected) {
        try {
            return start(command, idle, ended).ask(request, expected);
        } finally {
            request.secrets().forEach(Secret::wipe);
        }
    }

    private synchronized SignerProcess start(SignerCommand command, Duration idle, Consumer<SignerEnd> ended) {
        if (closed) {
            throw new DeskException(ProblemCode.WALLET_LOCKED, "The wallet was locked before it was open.");
        }
        SignerProcess started = SignerProcess.start(command, idle, ended);
        process = started;
        return started;
    }

    /** @throws DeskException {@code wallet-locked} where there is none */
    synchronized SignerProcess process() {
        SignerProcess running = process;
        if (running == null) {
            throw new DeskException(ProblemCode.WALLET_LOCKED, "The wallet is locked.");
        }
        return running;
    }

    /** The process is gone, whoever ended it: whatever it answered before is worth nothing any more. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Does not wait. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.close();
        }
    }
}
