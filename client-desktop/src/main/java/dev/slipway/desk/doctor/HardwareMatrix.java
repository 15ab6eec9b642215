package dev.slipway.desk.doctor;

import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.DecoderTrial;
import dev.slipway.media.hardware.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which hardware encoders and decoders work, for a person: codec by device, and why the others do not. */
public record HardwareMatrix(Catalogue catalogue) {

    /** In one line. */
    public Finding summary() {
        String working = catalogue.trials().stream()
                .filter(Trial::succeeded)
                .map(trial -> trial.encoder().encoder())
                .collect(Collectors.joining(", "));
        return working.isEmpty()
                ? Finding.limited("hardware", "no hardware encoder works here: all rungs are made in software")
                : Finding.good("hardware", working + " work; the others are made in software");
    }

    /** A line an encoder, below a line of headings. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("encoder", "codec", "works", "why not"));
        for (Trial trial : catalogue.trials()) {
            lines.add(row(
                    trial.encoder().encoder(),
                    trial.encoder().codec(),
                    trial.succeeded() ? "yes" : "no",
                    trial.reason()));
        }
        for (DecoderTrial trial : catalogue.decoders()) {
            lines.add(row(
                    "decode on " + trial.device().label(),
                    trial.codec(),
                    trial.succeeded() ? "yes" : "no",
                    trial.reason()));
        }
        return lines;
    }

    private static String row(String encoder, String codec, String works, String reason) {
        return String.format(Locale.ROOT, "  %-22s %-5s  %-5s  %s", encoder, codec, works, reason)
                .stripTrailing();
    }
}
