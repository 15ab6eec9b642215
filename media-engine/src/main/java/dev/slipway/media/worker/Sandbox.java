package dev.slipway.media.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What stands between a worker and the machine, beyond being a process of its own with limits. */
public sealed interface Sandbox {

    /** A sentence for the operator. */
    String describe();

    /** The command that runs {@code command} so that it can read {@code readable} and little else. */
    List<String> wrap(List<String> command, Collection<Path> readable);

    /**
     * A process without environment, with limits on time and memory, but with the rights of its user.
     *
     * @param reason why there is nothing better
     */
    record ProcessOnly(String reason) implements Sandbox {
        @Override
        public String describe() {
            return "Files are decoded in a separate process with limits on time and memory. " + reason;
        }

        @Override
        public List<String> wrap(List<String> command, Collection<Path> readable) {
            return command;
        }
    }

    /** Namespaces of its own by bubblewrap: no network, no other processes, no home, nothing to write to but memory. */
    record Bubblewrap(Path program) implements Sandbox {
        private static final List<String> ISOLATION = List.of(
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--setenv",
                "LC_ALL",
                "C.UTF-8",
                "--cap-drop",
                "ALL",
                "--chdir",
                "/",
                "--tmpfs",
                "/tmp",
                "--proc",
                "/proc",
                "--dev",
                "/dev");
        private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache");

        @Override
        public String describe() {
            return "Files are decoded inside bubblewrap: no network, no other processes, nothing to write to, and only"
                    + " the files of the publication to read.";
        }

        @Override
        public List<String> wrap(List<String> command, Collection<Path> readable) {
            List<String> wrapped = new ArrayList<>(List.of(program.toString()));
            wrapped.addAll(ISOLATION);
            for (String path : SYSTEM) {
                bind(wrapped, Path.of(path));
            }
            for (File configuration : javaConfigurations()) {
                bind(wrapped, configuration.toPath());
            }
            readable.forEach(path -> bind(wrapped, path));
            wrapped.add("--");
            wrapped.addAll(command);
            return wrapped;
        }

        private static void bind(List<String> command, Path path) {
            if (Files.exists(path)) {
                command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        }

        /** Debian keeps the JDK's own settings here. */
        private static File[] javaConfigurations() {
            File[] found = new File("/etc").listFiles((folder, name) -> name.startsWith("java-"));
            return found == null ? new File[0] : found;
        }
    }
}
