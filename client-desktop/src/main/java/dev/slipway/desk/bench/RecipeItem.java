package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.process.Shell;
import dev.slipway.desk.bench.process.Usage;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each recipe gives and takes as a whole: all its files, with the H.264 rung. */
final class RecipeItem implements BenchItem {
    @Override
    public List<String> names() {
        return List.of("codecs-recipes", "codecs", "memory");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        int seconds = Math.min(20, setting.scale().clipSeconds());
        Path clip = setting.clips().tiled(seconds);
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        for (Recipe recipe : Recipe.values()) {
            String name = recipe.name().toLowerCase(Locale.ROOT);
            Path folder = setting.work().resolve("recipe-" + name);
            List<String> command = OwnCommand.prepare(clip, folder, name);
            Usage usage = setting.run(new Contender(name, List.of(command), folder));
            VideoOutput top = top(setting, clip, recipe);
            long budget = budget(setting, clip, recipe);
            double xpsnr = setting.measuring()
                    .compare(clip, folder.resolve(top.path()), setting.cancel().forEngine())
                    .xpsnr()
                    .y();
            double kilobits = kilobits(folder.resolve(top.path()), seconds);
            double speed = top.frames() / usage.cpuSeconds();
            rows.add(List.of(
                    name,
                    top.codec().label(),
                    Long.toString(Math.round(kilobits)),
                    Figures.two(xpsnr),
                    Figures.one(speed),
                    Figures.megabytes(usage.peakBytes()),
                    Figures.megabytes(budget)));
            figures.put(
                    name, List.of(kilobits, xpsnr, usage.cpuSeconds(), (double) usage.peakBytes(), (double) budget));
            commands.add(Shell.quoted(command));
            setting.say().accept("recipes: " + String.join(", ", rows.getLast()));
        }
        return List.of(
                new BenchResult(
                        "codecs-recipes",
                        "The recipes: top rung's rate and XPSNR, source pictures a CPU second for all files together, memory",
                        null,
                        null,
                        new Table(
                                List.of(
                                        "recipe",
                                        "codec",
                                        "top rung kbit/s",
                                        "XPSNR-Y",
                                        "pictures a CPU second",
                                        "peak memory",
                                        "budget"),
                                rows),
                        figures,
                        commands,
                        List.of(
                                "1536 × 864, the street camera tiled 2 × 2; peak memory is that of desk and worker together, the budget the worker's alone.")));
    }

    private static long budget(BenchSetting setting, Path clip, Recipe recipe) {
        return setting.engine()
                .outlook(
                        request(setting, clip, recipe),
                        ProgressListener.silent(),
                        setting.cancel().forEngine())
                .memoryBytes();
    }

    private static PrepareRequest request(BenchSetting setting, Path clip, Recipe recipe) {
        return new PrepareRequest(
                clip,
                setting.work().resolve("plan"),
                PlanRequest.defaults().withRecipe(recipe),
                PrepareRequest.Beginning.AFRESH);
    }

    private static VideoOutput top(BenchSetting setting, Path clip, Recipe recipe) {
        return setting.measuring()
                .plan(request(setting, clip, recipe), setting.cancel().forEngine())
                .rungs()
                .getFirst();
    }

    private static double kilobits(Path file, double seconds) {
        try {
            return Files.size(file) * 8.0 / seconds / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
