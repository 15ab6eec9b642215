package dev.slipway.desk.cli;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.instance.SingleInstance;
import dev.slipway.desk.log.DeskLog;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.window.DeskWindow;
import dev.slipway.desk.window.TroubleWindow;
import dev.slipway.desk.window.WindowParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window. */
@Command(
        name = "desktop",
        description = "Opens the window; where one is open already, brings it to the front.",
        footer = {
            "",
            "Examples:",
            "  slipway desktop",
            "  slipway desktop holiday.mp4",
            "",
            "Drafts and settings are in the desk's folder, which SLIPWAY_HOME may name."
        })
final class DesktopCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Videos to open in it.")
    private List<Path> files = List.of();

    private final Desk desk;
    private final Console console;

    DesktopCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        DesktopStart start = new DesktopStart(desk, console, new TroubleWindow(desk.cancel()));
        Optional<SingleInstance> only = start.claim(videos());
        if (only.isEmpty()) {
            console.event("window", Map.of("opened", false));
            console.say("The window is open already; it is in front now.");
            return;
        }
        try (SingleInstance instance = only.get();
                DeskLog _ = DeskLog.writeTo(desk.home().deskLog());
                Database database = start.library()) {
            new DeskWindow(new WindowParts(
                            desk.home(),
                            desk.engine(),
                            desk.clock(),
                            database,
                            desk.dock(),
                            instance,
                            desk.cancel(),
                            videos()))
                    .run(() -> console.event("window", Map.of("opened", true)));
        }
    }

    private List<Path> videos() {
        return files.stream().map(Path::toAbsolutePath).toList();
    }
}
