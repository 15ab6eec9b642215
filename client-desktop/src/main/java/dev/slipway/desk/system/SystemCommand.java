package dev.slipway.desk.system;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program of the system. Where it is missing, what it was for does not happen: nothing here is needed for the work. */
final class SystemCommand {
    private static final Logger LOG = LoggerFactory.getLogger(SystemCommand.class);

    private SystemCommand() {}

    /** The arguments are not in the log: they may hold what is nobody's business. */
    static Optional<Process> start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            return Optional.of(builder.start());
        } catch (IOException e) {
            LOG.info("{} cannot be started here: {}", command.getFirst(), e.getMessage());
            return Optional.empty();
        }
    }
}
