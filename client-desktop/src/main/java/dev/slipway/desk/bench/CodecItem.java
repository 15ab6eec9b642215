package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.process.Shell;
import dev.slipway.desk.bench.process.Usage;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.quality.Quality;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Size, speed and XPSNR of encoders and presets at one target rate, on two natural clips. */
final class CodecItem implements BenchItem {
    private static final double FRAME_RATE = 12.5;
    /** Bits a second for each clip: what the engine would give VP9 there, so that every encoder has to save. */
    private static final long SINGLE_BITRATE = 250_000;

    private static final long TILED_BITRATE = 700_000;

    @Override
    public List<String> names() {
        return List.of("codecs-encoders", "codecs");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        int length = Math.min(20, setting.scale().clipSeconds());
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        for (EncoderSetting choice : EncoderSetting.all()) {
            Sheet single = sheet(setting, choice, setting.clips().single(length), length, SINGLE_BITRATE);
            Sheet tiled = sheet(setting, choice, setting.clips().tiled(length), length, TILED_BITRATE);
            rows.add(List.of(
                    choice.name(),
                    choice.speed(),
                    single.rate(),
                    single.quality(),
                    tiled.rate(),
                    tiled.quality(),
                    Figures.one(tiled.fpsPerCore())));
            figures.put(
                    choice.name() + " " + choice.speed(), List.of(single.xpsnr(), tiled.xpsnr(), tiled.fpsPerCore()));
            commands.addAll(tiled.commands().stream().map(Shell::quoted).toList());
            setting.say().accept("codecs: " + String.join(", ", rows.getLast()));
        }
        Table table = new Table(
                List.of(
                        "encoder",
                        "preset",
                        "768 × 432: kbit/s",
                        "XPSNR-Y",
                        "1536 × 864: kbit/s",
                        "XPSNR-Y",
                        "pictures a CPU second"),
                rows);
        return List.of(new BenchResult(
                "codecs-encoders",
                "Encoders and presets, each asked for the same rate",
                null,
                null,
                table,
                figures,
                commands,
                List.of(
                        "%d s of the street camera, as it is at %d kbit/s and tiled 2 × 2 at %d kbit/s; decoding is counted in."
                                .formatted(length, SINGLE_BITRATE / 1000, TILED_BITRATE / 1000))));
    }

    private record Sheet(double kilobits, double xpsnr, double fpsPerCore, List<List<String>> commands) {
        String rate() {
            return Long.toString(Math.round(kilobits));
        }

        String quality() {
            return Figures.two(xpsnr);
        }
    }

    private static Sheet sheet(BenchSetting setting, EncoderSetting choice, Path clip, int seconds, long bitrate) {
        Path file = setting.work().resolve("codec.mp4");
        List<List<String>> commands = choice.commands(setting.program(), clip, file, bitrate);
        Usage usage = setting.run(new Contender(choice.name(), commands, setting.work()));
        Quality quality =
                setting.measuring().compare(clip, file, setting.cancel().forEngine());
        try {
            double kilobits = Files.size(file) * 8.0 / seconds / 1000;
            return new Sheet(kilobits, quality.xpsnr().y(), seconds * FRAME_RATE / usage.cpuSeconds(), commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
