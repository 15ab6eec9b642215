package dev.slipway.desk.prepare.survival;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.FileWords;
import dev.slipway.media.protect.sound.SoundSurvival;
import java.util.ArrayList;
import java.util.List;

/** What a creator reads of the noise in the sound. */
final class SoundWords {
    /** Below it nobody should count on the noise. */
    private static final double LEAST_SURVIVAL = 0.2;

    private final Texts texts;
    private final Figures figures;
    private final SoundSurvival report;

    SoundWords(Texts texts, SoundSurvival report) {
        this.texts = texts;
        this.figures = new Figures(texts);
        this.report = report;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        report.files().forEach(file -> lines.add(line(file)));
        lines.add(level());
        return lines;
    }

    private Line line(SoundSurvival.File file) {
        return new Line(
                FileWords.name(texts, file.path()),
                texts.get(
                        file.survival() < LEAST_SURVIVAL ? "prepare.survival.kept.low" : "prepare.survival.kept",
                        figures.share(file.survival())),
                texts.get(
                        "prepare.survival.sound.exact",
                        figures.hundredths(file.survival()),
                        figures.hundredths(file.wrongSeed()),
                        file.path()));
    }

    private Line level() {
        String name = texts.get("prepare.audio-level");
        String level = texts.get("prepare.audio-level." + report.level().text());
        Double toMask = report.meanNoiseToMask();
        Double toSound = report.signalToNoise();
        if (toMask == null || toSound == null) {
            return new Line(name, texts.get("prepare.survival.sound.silent", level), "");
        }
        return new Line(
                name,
                texts.get(
                        toMask <= 0 ? "prepare.survival.sound.below" : "prepare.survival.sound.above",
                        level,
                        figures.decibels(Math.abs(toMask))),
                texts.get("prepare.survival.sound.level", figures.decibels(toMask), figures.decibels(toSound)));
    }
}
