package dev.slipway.server.database;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that goes on running when the server that started it was killed. It holds the cluster, so the next
 * start would wait in vain. Called only by the holder of the data folder's lock, so no living server owns it.
 */
final class OrphanPostmaster {
    private static final Logger log = LoggerFactory.getLogger(OrphanPostmaster.class);
    private static final long STOP_SECONDS = 20;

    private OrphanPostmaster() {}

    /**
     * Stops the process that {@code postmaster.pid} names, if it is a PostgreSQL on this very cluster, and waits for
     * its end. A pid file that names somebody else's process is a leftover from before a reboot and is removed.
     */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> postmaster =
                pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (postmaster.isPresent() && serves(postmaster.get(), cluster)) {
            log.info(
                    "Stopping the PostgreSQL (process {}) that was left running",
                    postmaster.get().pid());
            end(postmaster.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** Line 1 of the file; see "postmaster.pid" in PostgreSQL's "Database File Layout". */
    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        // Windows does not tell the arguments; there the program's name must do, beside the lock that we hold.
        boolean onThisCluster = info.arguments()
                .map(List::of)
                .map(arguments -> arguments.contains(cluster.toString()))
                .orElse(true);
        return isPostgres && onThisCluster;
    }

    private static void end(ProcessHandle postmaster) {
        postmaster.destroy();
        if (!hasEnded(postmaster)) {
            postmaster.destroyForcibly();
            if (!hasEnded(postmaster)) {
                throw new StartRefused(
                        ProblemCode.DATA_IN_USE,
                        "A PostgreSQL (process " + postmaster.pid() + ") that an earlier server left does not stop."
                                + " End it, then start again.");
            }
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of process " + process.pid() + " cannot be awaited", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
