package dev.slipway.desk.bench;

import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.process.OwnCommand;
import dev.slipway.desk.bench.process.Shell;
import dev.slipway.desk.bench.process.Usage;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Recipe;
import dev.slipway.media.plan.VideoOutput;
import dev.slipway.media.prepare.PrepareRequest;
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
        return List.of("codecs-recipes", "codecs");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        Path clip = setting.clips().tiled(Math.min(20, setting.scale().clipSeconds()));
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        for (Recipe recipe : Recipe.values()) {
            String name = recipe.name().toLowerCase(Locale.ROOT);
            Path folder = setting.work().resolve("recipe-" + name);
            List<String> command = OwnCommand.prepare(clip, folder, name);
            Usage usage = setting.run(new Contender(name, List.of(command), folder));
            VideoOutput top = top(setting, clip, recipe);
            double xpsnr = setting.measuring()
                    .compare(clip, folder.resolve(top.path()), setting.cancel().forEngine())
                    .xpsnr()
                    .y();
            double kilobits = kilobits(folder.resolve(top.path()), clip);
            double speed = top.frames() / usage.cpuSeconds();
            rows.add(List.of(
                    name,
                    top.codec().label(),
                    Long.toString(Math.round(kilobits)),
                    Figures.two(xpsnr),
                    Figures.one(speed),
                    Figures.megabytes(usage.peakBytes())));
            figures.put(name, List.of(kilobits, xpsnr, usage.cpuSeconds(), (double) usage.peakBytes()));
            commands.add(Shell.quoted(command));
            setting.say().accept("recipes: " + String.join(", ", rows.getLast()));
        }
        return List.of(new BenchResult(
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
                                "peak memory"),
                        rows),
                figures,
                commands,
                List.of("1536 × 864, the street camera tiled 2 × 2; memory is that of desk and worker together.")));
    }

    private static VideoOutput top(BenchSetting setting, Path clip, Recipe recipe) {
        PrepareRequest request = new PrepareRequest(
                clip,
                setting.work().resolve("plan"),
                PlanRequest.defaults().withRecipe(recipe),
                PrepareRequest.Beginning.AFRESH);
        return setting.measuring()
                .plan(request, setting.cancel().forEngine())
                .rungs()
                .getFirst();
    }

    private static double kilobits(Path file, Path clip) {
        try {
            String name = String.valueOf(clip.getFileName());
            double seconds = Double.parseDouble(name.replaceAll("\\D", ""));
            return Files.size(file) * 8.0 / seconds / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
