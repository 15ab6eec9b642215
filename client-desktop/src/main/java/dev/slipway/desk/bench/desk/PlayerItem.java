package dev.slipway.desk.bench.desk;

import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.item.BenchSetting;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Figures;
import dev.slipway.desk.bench.report.Table;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.PreviewRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How soon the player has a picture of a film with few key frames, and how many it drops while it plays. */
public final class PlayerItem implements BenchItem {
    private static final double PROXY_SECONDS = 0.1;
    private static final double EXACT_SECONDS = 0.5;
    private static final double DROPPED_SHARE = 0.01;
    private static final int SEARCHES = 60;
    private static final long PLAYED_MICROS = 30_000_000;
    private static final long SEED = 2026;

    @Override
    public List<String> names() {
        return List.of("player-proxy", "player-exact", "player-dropped");
    }

    @Override
    public List<BenchResult> measure(BenchSetting setting) {
        int seconds = Math.max(35, Math.min(60, setting.scale().clipSeconds()));
        Path clip = setting.clips().longGroups(seconds);
        Path ring = setting.work().resolve("player-ring");
        PlayerEars ears = new PlayerEars(setting.cancel());
        PreviewRequest request = new PreviewRequest(clip, ring, setting.work().resolve("player-scan"), 1280, 720);
        try (PreviewSession session = setting.engine().preview(request, ears)) {
            PreviewEvent.Opened opened = ears.await(PreviewEvent.Opened.class, any -> true);
            ears.await(PreviewEvent.Proxied.class, proxied -> proxied.share() >= 1);
            Search search = new Search(session, ears, opened.durationMicros());
            List<Double> proxies = search.times(PreviewCommand.Nearness.PROXY, PreviewEvent.Kind.PROXY);
            List<Double> exact = search.times(PreviewCommand.Nearness.EXACT, PreviewEvent.Kind.EXACT);
            setting.say()
                    .accept("player: proxy %s s, exact %s s (p95)"
                            .formatted(
                                    Figures.three(Figures.percentile(proxies, 0.95)),
                                    Figures.three(Figures.percentile(exact, 0.95))));
            PreviewEvent.Ended played = search.play();
            return List.of(
                    latency("player-proxy", "nearest picture of the proxy", proxies, PROXY_SECONDS),
                    latency("player-exact", "very picture of a moment", exact, EXACT_SECONDS),
                    dropped(played));
        }
    }

    private static BenchResult latency(String name, String what, List<Double> seconds, double target) {
        return new BenchResult(
                name,
                "Seconds until the player has the " + what + ", 95th percentile",
                Figures.percentile(seconds, 0.95),
                target,
                new Table(
                        List.of("searches", "p50 s", "p95 s", "worst s"),
                        List.of(List.of(
                                Integer.toString(seconds.size()),
                                Figures.three(Figures.median(seconds)),
                                Figures.three(Figures.percentile(seconds, 0.95)),
                                Figures.three(Figures.percentile(seconds, 1))))),
                Map.of("seconds", seconds),
                List.of("MediaEngine.preview(…), PreviewCommand.Show at random moments"),
                List.of(
                        "1920 × 1080, 30 pictures a second, a key frame in 250; from the wish to the picture in the shared"
                                + " memory, from where the window paints it."));
    }

    private static BenchResult dropped(PreviewEvent.Ended played) {
        double all = Math.max(1, played.shown() + played.dropped());
        return new BenchResult(
                "player-dropped",
                "Share of the pictures that come too late in 30 s of 1080p30",
                played.dropped() / all,
                DROPPED_SHARE,
                new Table(
                        List.of("shown", "dropped"),
                        List.of(List.of(Long.toString(played.shown()), Long.toString(played.dropped())))),
                Map.of("pictures", List.of((double) played.shown(), (double) played.dropped())),
                List.of("MediaEngine.preview(…), PreviewCommand.Play"),
                List.of(
                        "The player's own count, by sound where this machine has an output and by the wall clock where not."));
    }

    /** Asks for pictures, one after the other. */
    private static final class Search {
        private final PreviewSession session;
        private final PlayerEars ears;
        private final long duration;
        private final Random random = new Random(SEED);
        private long generation;

        Search(PreviewSession session, PlayerEars ears, long duration) {
            this.session = session;
            this.ears = ears;
            this.duration = duration;
        }

        List<Double> times(PreviewCommand.Nearness wished, PreviewEvent.Kind kind) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < SEARCHES; i++) {
                long wish = ++generation;
                long started = System.nanoTime();
                session.tell(new PreviewCommand.Show(wish, random.nextLong(duration), wished));
                ears.awaitPicture(session, shown -> shown.generation() == wish && shown.kind() == kind);
                seconds.add((System.nanoTime() - started) / 1e9);
            }
            return seconds;
        }

        PreviewEvent.Ended play() {
            long wish = ++generation;
            session.tell(new PreviewCommand.Play(wish, 0, PLAYED_MICROS));
            return ears.awaitEnd(session, wish);
        }
    }
}
