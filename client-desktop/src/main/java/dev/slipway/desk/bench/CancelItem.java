package dev.slipway.desk.bench;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** How long the engine's call takes to return after it was told to stop, in the middle of encoding. */
final class CancelItem implements BenchItem {
    private static final double TARGET_SECONDS = 0.5;
    private static final int MOMENTS = 5;
    private static final int TRIES_A_ROUND = 2;

    @Override
    public List<String> names() {
        return List.of("cancel");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        Path clip = setting.clips().tiled(Math.min(20, setting.scale().clipSeconds()));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (Recipe recipe : Recipe.values()) {
            List<Double> measured = new ArrayList<>();
            for (int attempt = 0; attempt < TRIES_A_ROUND * setting.scale().rounds(); attempt++) {
                setting.cancel().throwIfCancelled();
                measured.add(secondsToReturn(setting, clip, recipe, attempt));
            }
            String name = recipe.name().toLowerCase(Locale.ROOT);
            seconds.put(name, measured);
            setting.say()
                    .accept("cancel: %s returned within %s s at worst"
                            .formatted(name, Figures.two(Figures.percentile(measured, 1))));
        }
        double worst = seconds.values().stream()
                .mapToDouble(measured -> Figures.percentile(measured, 0.95))
                .max()
                .orElseThrow();
        return List.of(
                new BenchResult(
                        "cancel",
                        "Seconds from cancel to the call's return, the worst recipe's 95th percentile",
                        worst,
                        TARGET_SECONDS,
                        table(seconds),
                        seconds,
                        List.of("MediaEngine.prepare(…) in one thread, Cancellation.cancel() in another"),
                        List.of(
                                "Cancelled at different moments of a job on 1536 × 864; the unfinished work is deleted by then.")));
    }

    /** Stops a little later at each attempt, counted in words of progress, so that many moments are hit. */
    private static double secondsToReturn(BenchSetting setting, Path clip, Recipe recipe, int attempt) {
        Cancellation cancellation = new Cancellation();
        setting.cancel().onCancel(cancellation::cancel);
        AtomicLong words = new AtomicLong();
        CompletableFuture<Long> cancelled = new CompletableFuture<>();
        PrepareRequest request = new PrepareRequest(
                clip,
                setting.work().resolve("cancel"),
                PlanRequest.defaults().withRecipe(recipe),
                PrepareRequest.Beginning.AFRESH);
        try {
            setting.engine()
                    .prepare(
                            request,
                            progress -> {
                                if (words.incrementAndGet() == 2 + attempt % MOMENTS) {
                                    cancelled.complete(System.nanoTime());
                                    cancellation.cancel();
                                }
                            },
                            cancellation);
        } catch (MediaException e) {
            setting.cancel().throwIfCancelled();
            if (!cancelled.isDone()) {
                throw e;
            }
            return (System.nanoTime() - cancelled.join()) / 1e9;
        }
        throw new IllegalStateException("the job was done before it could be cancelled: take a longer clip");
    }

    private static Table table(Map<String, List<Double>> seconds) {
        List<List<String>> rows = new ArrayList<>();
        seconds.forEach((recipe, measured) -> rows.add(List.of(
                recipe,
                Integer.toString(measured.size()),
                Figures.three(Figures.median(measured)),
                Figures.three(Figures.percentile(measured, 0.95)))));
        return new Table(List.of("recipe", "tries", "p50 s", "p95 s"), rows);
    }
}
