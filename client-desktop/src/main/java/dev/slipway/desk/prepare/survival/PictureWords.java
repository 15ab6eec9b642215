package dev.slipway.desk.prepare.survival;

import dev.slipway.desk.language.Amounts;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.FileWords;
import dev.slipway.media.protect.survival.Caveat;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.protect.survival.SurvivalReport.Bound;
import dev.slipway.media.protect.survival.SurvivalReport.CostBeforeCodec;
import dev.slipway.media.protect.survival.SurvivalReport.RungSurvival;
import dev.slipway.media.protect.survival.SurvivalReport.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a creator reads of the noise in the pictures. */
final class PictureWords {
    /** Of the top rung: what the settings are made for. */
    private static final double AIMED_SURVIVAL = 0.6;
    /** Below it nobody should count on the noise. */
    private static final double LEAST_SURVIVAL = 0.2;
    /** A control further from 0 than this puts the figure beside it in doubt. */
    private static final double MOST_CONTROL = 0.1;
    /** Before any encoder: what the settings are made for. */
    private static final double AIMED_XPSNR = 38;

    private final Texts texts;
    private final Figures figures;
    private final SurvivalReport report;

    PictureWords(Texts texts, SurvivalReport report) {
        this.texts = texts;
        this.figures = new Figures(texts);
        this.report = report;
    }

    /** Of the largest version, unless there is something to warn of. */
    Optional<Saying> headline() {
        if (isUntouched()) {
            return Optional.of(saying("prepare.survival.untouched"));
        }
        return report.rungs().stream()
                .findFirst()
                .filter(top -> !isLow(top))
                .map(top ->
                        saying(top.survival() >= AIMED_SURVIVAL ? "prepare.survival.most" : "prepare.survival.part"));
    }

    List<Saying> warnings() {
        List<Saying> warnings = new ArrayList<>();
        if (!isUntouched()) {
            report.rungs().stream()
                    .findFirst()
                    .filter(PictureWords::isLow)
                    .ifPresent(top -> warnings.add(saying("prepare.survival.hardly")));
        }
        report.rungs().stream()
                .filter(rung -> Math.abs(rung.control()) > MOST_CONTROL)
                .forEach(rung -> warnings.add(new Saying(
                        texts.get("prepare.survival.doubtful", FileWords.name(texts, rung.path())), exact(rung))));
        Bound bound = report.bound();
        if (!bound.kept()) {
            warnings.add(new Saying(
                    texts.get("prepare.survival.broken"),
                    texts.get(
                            "prepare.survival.broken.exact",
                            String.valueOf(Math.max(bound.largest(), bound.largestOfAll())),
                            String.valueOf(bound.allowed()))));
        }
        return warnings;
    }

    List<Line> lines() {
        Stream<Line> rungs =
                isUntouched() ? Stream.of() : report.rungs().stream().map(this::line);
        return Stream.concat(rungs, Stream.of(paid(), change(), measured())).toList();
    }

    /** In the chosen language where they are known, else as the report has them. */
    List<String> caveats() {
        return report.notProven().stream()
                .map(sentence -> Caveat.of(sentence)
                        .map(caveat -> texts.get("prepare.survival.caveat." + caveat.code()))
                        .orElse(sentence))
                .toList();
    }

    private boolean isUntouched() {
        return report.bound().largest() == 0;
    }

    private static boolean isLow(RungSurvival rung) {
        return rung.survival() < LEAST_SURVIVAL;
    }

    private Saying saying(String key) {
        return new Saying(texts.get(key), texts.get("prepare.survival.honest"));
    }

    private Line line(RungSurvival rung) {
        return new Line(
                FileWords.name(texts, rung.path()),
                texts.get(
                        isLow(rung) ? "prepare.survival.kept.low" : "prepare.survival.kept",
                        figures.share(rung.survival())),
                exact(rung));
    }

    private String exact(RungSurvival rung) {
        return texts.get(
                "prepare.survival.rung.exact",
                figures.hundredths(rung.survival()),
                figures.hundredths(rung.control()),
                texts.get("unit.percent", texts.amounts().number("%+d", Math.round(rung.extraBits() * 100))),
                rung.path());
    }

    private Line paid() {
        CostBeforeCodec cost = report.costBeforeCodec();
        String name = texts.get("prepare.survival.paid");
        if (Double.isInfinite(cost.xpsnr())) {
            return new Line(name, texts.get("prepare.survival.paid.nothing"), "XPSNR ∞");
        }
        return new Line(
                name,
                texts.get(cost.xpsnr() >= AIMED_XPSNR ? "prepare.survival.paid.little" : "prepare.survival.paid.much"),
                texts.get(
                        "prepare.survival.paid.exact",
                        figures.decibels(cost.xpsnr()),
                        figures.decibels(AIMED_XPSNR),
                        figures.decibels(cost.psnr()),
                        texts.amounts().number("%.4f", cost.ssim())));
    }

    private Line change() {
        Bound bound = report.bound();
        long median = Math.round(bound.median());
        return new Line(
                texts.get("prepare.survival.change"),
                median == 0
                        ? texts.get("prepare.survival.change.none")
                        : texts.plural("prepare.survival.change.steps", median),
                texts.get(
                        "prepare.survival.change.exact",
                        String.valueOf(median),
                        figures.hundredths(bound.mean()),
                        String.valueOf(bound.largest()),
                        String.valueOf(bound.allowed()),
                        texts.amounts().percent(bound.touched())));
    }

    private Line measured() {
        Samples samples = report.samples();
        Amounts amounts = texts.amounts();
        return new Line(
                texts.get("prepare.survival.measured"),
                texts.plural("prepare.every.frames", samples.pictures())
                        + " "
                        + texts.plural("prepare.survival.places", samples.parts()),
                amounts.duration(samples.seconds()));
    }
}
