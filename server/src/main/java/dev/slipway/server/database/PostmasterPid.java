package dev.slipway.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code postmaster.pid} says; see "Database File Layout" in PostgreSQL's documentation and its {@code
 * miscadmin.h}: line 1 is the process, line 3 its start in seconds since 1970.
 *
 * @param startedAt null where the file was cut off before it
 */
record PostmasterPid(long pid, @Nullable Instant startedAt) {
    private static final int START_LINE = 2;
    /** PostgreSQL notes whole seconds a moment after its process began, and the system rounds too. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    /** Whose process it is that has the number of the file. */
    enum Owner {
        THIS_CLUSTER,
        SOMEBODY_ELSE,
        CANNOT_BE_TOLD
    }

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Empty where the file names no process. */
    static Optional<PostmasterPid> read(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !isNumber(lines.getFirst())) {
            return Optional.empty();
        }
        Instant start = lines.size() > START_LINE && isNumber(lines.get(START_LINE))
                ? Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip()))
                : null;
        return Optional.of(new PostmasterPid(Long.parseLong(lines.getFirst().strip()), start));
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("[1-9][0-9]{0,11}");
    }

    /**
     * A PostgreSQL that was started on this cluster, by whatever name, is this cluster's. So is one that began when
     * the file says, where the system does not tell what it was started on (Windows). Any other that began at
     * another time only got the number later. Else it cannot be told, as when the folder was moved or copied.
     */
    Owner owner(ProcessHandle.Info process, Path cluster) throws IOException {
        if (isPostgres(process) == Answer.NO) {
            return Owner.SOMEBODY_ELSE;
        }
        Answer sameCluster = isStartedOn(process, cluster);
        Answer sameStart = startedThen(process);
        if (sameCluster == Answer.YES) {
            return Owner.THIS_CLUSTER;
        }
        if (sameStart == Answer.NO) {
            return Owner.SOMEBODY_ELSE;
        }
        return sameCluster == Answer.UNKNOWN && sameStart == Answer.YES && isPostgres(process) == Answer.YES
                ? Owner.THIS_CLUSTER
                : Owner.CANNOT_BE_TOLD;
    }

    private static Answer isPostgres(ProcessHandle.Info process) {
        return process.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .map(PostmasterPid::answer)
                .orElse(Answer.UNKNOWN);
    }

    private Answer startedThen(ProcessHandle.Info process) {
        Instant then = startedAt;
        if (then == null) {
            return Answer.UNKNOWN;
        }
        return process.startInstant()
                .map(start -> Duration.between(then, start).abs().compareTo(SAME_START) <= 0)
                .map(PostmasterPid::answer)
                .orElse(Answer.UNKNOWN);
    }

    private static Answer isStartedOn(ProcessHandle.Info process, Path cluster) throws IOException {
        Optional<Path> folder = process.arguments().flatMap(PostmasterPid::folder);
        if (folder.isEmpty()) {
            return Answer.UNKNOWN;
        }
        Path named = folder.get();
        if (!Files.isDirectory(named)) {
            // The folder was moved since, perhaps to where we are.
            return Answer.UNKNOWN;
        }
        // Also the same folder under the name of another mount, which has another real path.
        boolean same = named.toRealPath().equals(cluster.toRealPath()) || Files.isSameFile(named, cluster);
        return answer(same);
    }

    /** What comes after {@code -D}; a relative one says nothing without the folder it was said in. */
    private static Optional<Path> folder(String[] arguments) {
        int option = List.of(arguments).indexOf("-D");
        if (option < 0 || option + 1 >= arguments.length) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(arguments[option + 1])).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            // The arguments of a process that is no postmaster may be anything.
            return Optional.empty();
        }
    }

    private static Answer answer(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }
}
