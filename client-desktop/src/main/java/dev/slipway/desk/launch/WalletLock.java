package dev.slipway.desk.launch;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a wallet at a time, from asking for the nonce until the node has the bytes: two publications that
 * signed the same nonce would shut each other out. The operating system drops it with the process.
 */
final class WalletLock implements Closeable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final FileChannel channel;

    private WalletLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until it is free, unless cancelled. */
    static WalletLock take(Path folder, long chainId, Address wallet, CancelSignal cancel) {
        Path file = folder.resolve("wallet-" + chainId + "-" + wallet.hex() + ".lock");
        try {
            DurableFile.createFolder(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!isTaken(channel)) {
                cancel.pause(BETWEEN_TRIES);
            }
            return new WalletLock(channel);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL, "The lock " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this very process.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DeskException(ProblemCode.DISK_FULL, "The wallet's lock cannot be closed: " + e.getMessage(), e);
        }
    }
}
