package dev.slipway.server.database;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
     *
     * @throws StartRefused when a PostgreSQL lives that may be this cluster's or somebody else's: two on one cluster
     *     destroy it, and the pid file is what keeps a second one away
     */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<PostmasterPid> named = PostmasterPid.read(pidFile);
        Optional<ProcessHandle> living =
                named.flatMap(pid -> ProcessHandle.of(pid.pid())).filter(ProcessHandle::isAlive);
        if (named.isPresent() && living.isPresent()) {
            settle(named.get(), living.get(), cluster);
        }
        Files.deleteIfExists(pidFile);
    }

    private static void settle(PostmasterPid named, ProcessHandle process, Path cluster) throws IOException {
        switch (named.owner(process.info(), cluster)) {
            case THIS_CLUSTER -> {
                log.info("Stopping the PostgreSQL (process {}) that was left running", process.pid());
                end(process);
            }
            case SOMEBODY_ELSE -> log.info("Process {} is not the PostgreSQL that the pid file meant", process.pid());
            case CANNOT_BE_TOLD ->
                throw new StartRefused(
                        ProblemCode.DATA_IN_USE,
                        "Process " + process.pid() + " may be the PostgreSQL that still serves " + cluster
                                + ", or another one. If it is that one, end it and start again; if it is not, delete "
                                + cluster.resolve("postmaster.pid") + " and start again.");
        }
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
