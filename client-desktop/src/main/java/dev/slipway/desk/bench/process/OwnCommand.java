package dev.slipway.desk.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Our own command line, run as the launcher runs it, so that the start of both virtual machines is counted. */
public final class OwnCommand {
    private OwnCommand() {}

    public static List<String> prepare(Path clip, Path folder, String recipe) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slipway.desk.cli.Main"));
        command.addAll(List.of("prepare", clip.toString(), "-o", folder.toString(), "--recipe", recipe));
        command.addAll(List.of("--encoder", "software", "--json"));
        return command;
    }
}
