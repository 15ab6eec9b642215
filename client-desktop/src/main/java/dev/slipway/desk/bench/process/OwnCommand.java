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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmn8m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.slipway.desk.cli.Main"));
        command.addAll(List.of("prepare", clip.toString(), "-o", folder.toString(), "--recipe", recipe));
        command.addAll(List.of("--encoder", "software", "--json"));
        return command;
    }
}
