package dev.slipway.desk.cli;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.doctor.Doctor;
import dev.slipway.desk.doctor.Finding;
import dev.slipway.desk.doctor.HardwareMatrix;
import dev.slipway.desk.doctor.SearchPath;
import dev.slipway.media.hardware.DecoderTrial;
import dev.slipway.media.hardware.Survey;
import dev.slipway.media.hardware.Trial;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What this machine has and lacks. */
@Command(
        name = "doctor",
        description = "Tries everything Slipway needs on this machine. Ends with 1 when something needed is missing.",
        footer = {"", "Examples:", "  slipway doctor", "  slipway doctor --refresh --json"})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--refresh", description = "Tries hardware encoders and decoders again instead of remembering.")
    private boolean refresh;

    private final Desk desk;
    private final Console console;

    DoctorCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public Integer call() {
        Doctor doctor = new Doctor(
                desk.engine(),
                desk.home().folder(),
                Desk.serverJar(),
                new SearchPath(System.getenv().getOrDefault("PATH", "")),
                desk.cancel());
        Set<Finding.Health> seen = EnumSet.noneOf(Finding.Health.class);
        doctor.examine(finding -> {
            seen.add(finding.health());
            tell(finding);
        });
        tellHardware(seen);
        return seen.contains(Finding.Health.BAD) ? CommandLineTool.FAILED : 0;
    }

    /** After the engine is known to work. */
    private void tellHardware(Set<Finding.Health> seen) {
        if (seen.contains(Finding.Health.BAD)) {
            return;
        }
        Survey.Freshness freshness = refresh ? Survey.Freshness.ANEW : Survey.Freshness.CACHED;
        HardwareMatrix matrix = new HardwareMatrix(desk.engine().hardware(freshness, desk.cancel()));
        tell(matrix.summary());
        matrix.lines().forEach(console::result);
        for (Trial trial : matrix.catalogue().trials()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", trial.encoder().encoder());
            members.put("codec", trial.encoder().codec());
            members.put("device", trial.encoder().device());
            members.put("works", trial.succeeded());
            members.put("reason", trial.reason());
            console.event("encoder", members);
        }
        for (DecoderTrial trial : matrix.catalogue().decoders()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("device", trial.device().label());
            members.put("codec", trial.codec());
            members.put("works", trial.succeeded());
            members.put("reason", trial.reason());
            console.event("decoder", members);
        }
    }

    private void tell(Finding finding) {
        String health = finding.health().name().toLowerCase(Locale.ROOT);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", finding.name());
        members.put("health", health);
        members.put("words", finding.words());
        console.event("finding", members);
        console.result(String.format("%-8s %-8s %s", health, finding.name(), finding.words()));
    }
}
