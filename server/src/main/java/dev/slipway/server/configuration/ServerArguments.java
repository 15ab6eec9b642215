package dev.slipway.server.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was written on the command line, as settings: {@code [--port N] [--data DIR] [--config FILE] [--json]
 * [--exit-with-parent]}. They win over the environment, which wins over the file.
 *
 * @param output how to tell programs what happens
 * @param lifetime when to end
 */
public record ServerArguments(Map<String, Object> settings, Output output, Lifetime lifetime) {

    /** What {@code --help} prints. */
    public static final String HELP = """
            Usage: slipway server [--port N] [--data DIR] [--config FILE] [--json] [--exit-with-parent]
            Runs a server that verifies, moderates, stores and serves what desks publish.

              --port N             where it listens; 0 takes any free port (default 8080)
              --data DIR           database, store, keys and development chain (default ./data)
              --config FILE        settings as properties or YAML; SLIPWAY_... variables win over them
              --json               one JSON object a line on standard output, for programs
              --exit-with-parent   end when standard input closes
              -h, --help           show this and end

            slipway server deploy-router --help tells how to put the payment contract onto a chain.

            Examples:
              slipway server
              slipway server --port 9000 --data /var/lib/slipway
              SLIPWAY_MODE=production slipway server --config /etc/slipway.properties
            """;

    /** What standard output is for. */
    public enum Output {
        /** Nothing; people read standard error. */
        PEOPLE,
        /** One JSON object a line. */
        JSON
    }

    /** How long the server runs. */
    public enum Lifetime {
        /** Until it is told to end. */
        OWN,
        /** At most as long as the process that holds the other end of its standard input. */
        PARENTS
    }

    /** The command line was not understood. Ends the process with exit code 2. */
    public static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UsageException(String message) {
            super(message);
        }
    }

    public ServerArguments {
        settings = Map.copyOf(settings);
    }

    /** As Spring takes them: they win over environment and files. */
    public String[] asProperties() {
        return Stream.concat(settings.entrySet().stream(), Stream.of(Map.entry("slipway.output", output)))
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** @throws UsageException with a sentence that says which argument is wrong */
    public static ServerArguments parse(String... arguments) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Output output = Output.PEOPLE;
        Lifetime lifetime = Lifetime.OWN;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--json" -> output = Output.JSON;
                case "--exit-with-parent" -> lifetime = Lifetime.PARENTS;
                case "--port" -> settings.put("server.port", port(value(arguments, ++i, name)));
                case "--data" -> settings.put("slipway.data", value(arguments, ++i, name));
                case "--config" -> settings.put("spring.config.additional-location", file(value(arguments, ++i, name)));
                default ->
                    throw new UsageException("\"" + name
                            + "\" is not an argument of the server. It takes --port N, --data DIR, --config FILE,"
                            + " --json and --exit-with-parent.");
            }
        }
        return new ServerArguments(settings, output, lifetime);
    }

    private static String value(String[] arguments, int index, String name) {
        if (index >= arguments.length) {
            throw new UsageException(name + " needs a value after it.");
        }
        return arguments[index];
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new UsageException("--port takes a number from 0 (any free one) to 65535, not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }

    private static String file(String text) {
        Path path = Path.of(text).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new UsageException("The configuration file " + path + " cannot be read.");
        }
        return path.toUri().toString();
    }
}
