package dev.slipway.desk.launch;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.durable.ProcessLock;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One payment of a wallet at a time, from asking for the nonce until the node has the bytes: two publications that
 * signed the same nonce would shut each other out.
 */
record WalletLock(ProcessLock held) implements Closeable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** Waits until it is free, unless cancelled. */
    static WalletLock take(Path folder, long chainId, Address wallet, CancelSignal cancel) {
        Path file = folder.resolve("wallet-" + chainId + "-" + wallet.hex() + ".lock");
        try {
            Optional<ProcessLock> held = ProcessLock.tryTake(file);
            while (held.isEmpty()) {
                cancel.pause(BETWEEN_TRIES);
                held = ProcessLock.tryTake(file);
            }
            return new WalletLock(held.get());
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL, "The lock " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new DeskException(ProblemCode.DISK_FULL, "The wallet's lock cannot be closed: " + e.getMessage(), e);
        }
    }
}
