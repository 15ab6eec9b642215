package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.prepare.Prepared;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.sound.LoudnessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person reads about the sound after it was levelled or protected. */
final class SoundLines {
    private SoundLines() {}

    static List<String> of(Prepared prepared) {
        List<String> lines = new ArrayList<>();
        LoudnessReport loudness = prepared.sound().loudness();
        if (loudness != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "loudness: %.1f LUFS (range %.1f LU, true peak %.1f dB) turned by %+.1f dB to %.1f LUFS"
                            + " (range %.1f LU, true peak %.1f dB)",
                    loudness.before().integrated(),
                    loudness.before().range(),
                    loudness.before().truePeak(),
                    loudness.gain(),
                    loudness.after().integrated(),
                    loudness.after().range(),
                    loudness.after().truePeak()));
        }
        SoundSurvival protection = prepared.sound().protection();
        if (protection != null) {
            lines.addAll(of(protection));
        }
        return lines;
    }

    private static List<String> of(SoundSurvival protection) {
        Double toMask = protection.meanNoiseToMask();
        Double toSound = protection.signalToNoise();
        if (toMask == null || toSound == null) {
            return List.of(
                    "sound protection " + protection.level().text() + ": the track is silent, nothing was added");
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "sound protection %s: noise %+.1f dB from the threshold of hearing, %.1f dB below the sound",
                protection.level().text(),
                toMask,
                toSound));
        for (SoundSurvival.File file : protection.files()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s keeps %.0f %% of it (wrong seed: %.0f %%); what a machine still hears is not known",
                    file.path(),
                    file.survival() * 100,
                    file.wrongSeed() * 100));
        }
        return lines;
    }
}
