package dev.slipway.media.protect.survival;

import dev.slipway.media.protect.survival.SurvivalReport.Bound;
import dev.slipway.media.protect.survival.SurvivalReport.CostBeforeCodec;
import dev.slipway.media.protect.survival.SurvivalReport.Effort;
import dev.slipway.model.manifest.Protection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The survival report as a person reads it. */
public final class ReportTable {
    private static final int PERCENT = 100;

    private final SurvivalReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportTable(SurvivalReport report) {
        this.report = report;
    }

    public static List<String> lines(SurvivalReport report) {
        return new ReportTable(report).write();
    }

    private List<String> write() {
        addSettings();
        addChange();
        addRungs();
        addEffort();
        add("What this does not prove:");
        report.notProven().forEach(sentence -> add("  - %s", sentence));
        return lines;
    }

    private void addSettings() {
        Protection settings = report.settings();
        add(
                "Protection: epsilon %.2f, strength %.1f, a new noise every %d pictures, sound %s",
                settings.epsilon(),
                settings.strength(),
                settings.everyNFrames(),
                settings.audioLevel().text());
        add(
                "  measured on %s (%.1f s) in %s of the film",
                counted(report.samples().pictures(), "picture"),
                report.samples().seconds(),
                counted(report.samples().parts(), "place"));
    }

    private void addChange() {
        Bound bound = report.bound();
        add(
                "  largest change   %d of %d steps allowed (%d in all %d pictures): the bound is %s",
                bound.largest(),
                bound.allowed(),
                bound.largestOfAll(),
                bound.pictures(),
                bound.kept() ? "kept" : "BROKEN");
        add(
                "  usual change     median %.0f, mean %.2f steps; %.0f %% of the pixels changed",
                bound.median(), bound.mean(), bound.touched() * PERCENT);
        CostBeforeCodec cost = report.costBeforeCodec();
        add(
                "  before encoding  XPSNR %.1f dB, PSNR %.1f dB, SSIM %.4f against the original",
                cost.xpsnr(), cost.psnr(), cost.ssim());
    }

    private void addRungs() {
        add("  %-22s %10s %20s %12s", "rung", "survival", "wrong-seed control", "extra bits");
        report.rungs()
                .forEach(rung -> add(
                        "  %-22s %10.2f %20.2f %+10.0f %%",
                        rung.path(), rung.survival(), rung.control(), rung.extraBits() * PERCENT));
    }

    private void addEffort() {
        Effort effort = report.effort();
        add(
                "  CPU              noise and mask %.1f s, %.1f %% of the job; the encoders took %+.0f %% for the grain",
                effort.generatorCpuSeconds(), effort.shareOfJob() * PERCENT, effort.encoderSurcharge() * PERCENT);
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
