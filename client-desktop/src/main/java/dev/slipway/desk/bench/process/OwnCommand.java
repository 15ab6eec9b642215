package dev.slipway.desk.bench.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Our own command line, run as the launcher runs it, so that the start of both virtual machines is counted: with the
 * options that the launcher gave the bench, and what it adds for {@code prepare}.
 */
public final class OwnCommand {
    private OwnCommand() {}

    public static List<String> prepare(Path clip, Path folder, String recipe) {
        List<String> command = java(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmn8m"));
        command.addAll(program());
        command.addAll(List.of("prepare", clip.toString(), "-o", folder.toString(), "--recipe", recipe));
        command.addAll(List.of("--encoder", "software", "--json"));
        return command;
    }

    /**
     * The window; files to open in it may follow.
     *
     * @param options of Java, in the place of the launcher's archive of classes
     */
    public static List<String> desktop(List<String> options) {
        List<String> command = java(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.contains("SharedArchive"))
                .toList());
        command.addAll(options);
        if (System.getenv("DISPLAY") == null) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(program());
        command.addAll(List.of("desktop", "--json"));
        return command;
    }

    /** What the launcher adds for the window. */
    public static List<String> windowsMemory() {
        return List.of("-Xmn24m", "-XX:TrimNativeHeapInterval=10000");
    }

    /** Where {@link #desktop} paints. */
    public static String screen() {
        return System.getenv("DISPLAY") == null
                ? "There is no screen here: JavaFX's headless platform paints with the processor."
                : "On this machine's screen.";
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        return command;
    }

    private static List<String> program() {
        return List.of("-cp", System.getProperty("java.class.path"), "dev.slipway.desk.cli.Main");
    }
}
