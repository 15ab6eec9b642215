package dev.slipway.desk.bench.desk;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.DeskProcess;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.process.Shell;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a window costs that stands open with a film in its player, once nothing is left to be done for it. */
public final class IdleWindowItem implements BenchItem {
    private static final long MOST_BYTES = 300_000_000;
    /** Of one processor. */
    private static final double MOST_SHARE = 0.01;

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final double AT_REST = 0.02;
    private static final int PATIENT_LOOKS = 24;
    private static final int MEASURED_LOOKS = 6;

    @Override
    public List<String> names() {
        return List.of("window-idle", "window-memory");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        Path clip = setting.clips().tiled(Math.min(20, setting.scale().clipSeconds()));
        List<String> command = new ArrayList<>(OwnCommand.desktop(OwnCommand.windowsMemory()));
        command.add(clip.toString());
        List<Double> shares = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        try (DeskProcess desk = DeskProcess.start(
                command, setting.work().resolve("idle"), setting.work().resolve("commands.log"))) {
            desk.secondsUntilShown(setting.cancel());
            int looks = 0;
            while (share(desk, setting) > AT_REST && looks < PATIENT_LOOKS) {
                looks++;
            }
            for (int look = 0; look < MEASURED_LOOKS; look++) {
                shares.add(share(desk, setting));
                bytes.add((double) desk.residentBytes());
            }
        }
        List<String> typed = List.of(Shell.quoted(command));
        String screen = OwnCommand.screen();
        double share = Figures.median(shares);
        double resident = Figures.percentile(bytes, 1);
        return List.of(
                new BenchResult(
                        "window-idle",
                        "Share of one processor that an idle window and its player take",
                        share,
                        MOST_SHARE,
                        new Table(
                                List.of("median", "most"),
                                List.of(List.of(Figures.three(share), Figures.three(Figures.percentile(shares, 1))))),
                        Map.of("shares", shares),
                        typed,
                        List.of("With a film in the player that nobody plays, over six times five seconds. " + screen)),
                new BenchResult(
                        "window-memory",
                        "Real memory of the window's process with a film in it, against 300 MB",
                        resident / MOST_BYTES,
                        1.0,
                        new Table(List.of("window's process"), List.of(List.of(Figures.megabytes((long) resident)))),
                        Map.of("bytes", bytes),
                        typed,
                        List.of("The most of six looks; the player's worker is a process of its own. " + screen)));
    }

    private static double share(DeskProcess desk, BenchSetting setting) {
        double before = desk.cpuSeconds();
        setting.cancel().pause(LOOK);
        return (desk.cpuSeconds() - before) / LOOK.toSeconds();
    }
}
