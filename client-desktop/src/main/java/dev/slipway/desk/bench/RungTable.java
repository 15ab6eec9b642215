package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.VideoOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What several contenders made of each rung. */
final class RungTable {
    private final BenchSetting setting;
    private final Path clip;
    private final Plan plan;
    /** By file; each takes as long as decoding source and rung. */
    private final Map<Path, Double> xpsnr = new HashMap<>();

    RungTable(BenchSetting setting, Path clip, Plan plan) {
        this.setting = setting;
        this.clip = clip;
        this.plan = plan;
    }

    /** How much is found out about each file. */
    enum Detail {
        SIZE,
        /** Takes as long as decoding source and rung. */
        SIZE_AND_XPSNR
    }

    Table of(List<Contender> contenders, Detail detail) {
        List<String> header = new ArrayList<>(List.of("rung"));
        for (Contender contender : contenders) {
            header.add(contender.name() + ": kB");
            if (detail == Detail.SIZE_AND_XPSNR) {
                header.add("XPSNR-Y dB");
            }
        }
        List<List<String>> rows =
                plan.rungs().stream().map(rung -> row(rung, contenders, detail)).toList();
        return new Table(header, rows);
    }

    private List<String> row(VideoOutput rung, List<Contender> contenders, Detail detail) {
        List<String> row = new ArrayList<>(List.of(rung.path()));
        for (Contender contender : contenders) {
            Path file = contender.folder().resolve(rung.path());
            row.add(Long.toString(size(file) / 1000));
            if (detail == Detail.SIZE_AND_XPSNR) {
                row.add(Figures.two(xpsnr(file)));
            }
        }
        return row;
    }

    /** How many decibels of XPSNR-Y one has less than the other in the rung where that is most. */
    double worstLoss(Contender one, Contender other) {
        return plan.rungs().stream()
                .map(VideoOutput::path)
                .mapToDouble(rung ->
                        xpsnr(other.folder().resolve(rung)) - xpsnr(one.folder().resolve(rung)))
                .max()
                .orElseThrow();
    }

    private double xpsnr(Path file) {
        return xpsnr.computeIfAbsent(
                file,
                rung -> setting.measuring()
                        .compare(clip, rung, setting.cancel().forEngine())
                        .xpsnr()
                        .y());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
