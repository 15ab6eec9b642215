package dev.slipway.media.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.playback.BrowserRun.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One film in three players, in Chromium and in Firefox, both at once: the way most viewers will see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayersIT {
    private static final List<Scene> VP9 = List.of(
            Scene.hlsJs("film").forcedTo(240, 360).reading(PreparedFilm.LINE),
            Scene.dashJs("film").forcedTo(240, 360),
            Scene.shakaDash("film").forcedTo(240, 360).reading(PreparedFilm.LINE));
    private static final Scene LIKE_SAFARI = Scene.hlsJs("film").onlyWith(Scene.H264);
    private static final Scene SHAKA_ON_HLS = Scene.shakaHls("film");

    @TempDir
    static Path folder;

    private final Map<Browser, BrowserRun> runs = new EnumMap<>(Browser.class);
    private final Map<Browser, Outcome> outcomes = new EnumMap<>(Browser.class);
    private @Nullable FilmServer server;

    @BeforeAll
    void begin() throws Exception {
        Map<String, Path> folders = new HashMap<>(BrowserRun.folders());
        folders.put("film", PreparedFilm.withEverything(folder, PlanRequest.defaults()));
        server = FilmServer.start(folders);
        List<Scene> scenes = new ArrayList<>(VP9);
        scenes.addAll(List.of(LIKE_SAFARI, SHAKA_ON_HLS));
        for (Browser browser : Browser.values()) {
            if (browser.isInstalled()) {
                runs.put(browser, BrowserRun.start(browser, server, scenes, folder));
            }
        }
        for (Map.Entry<Browser, BrowserRun> run : runs.entrySet()) {
            outcomes.put(run.getKey(), run.getValue().await());
        }
    }

    @AfterAll
    void end() {
        runs.values().forEach(BrowserRun::close);
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Browser.class)
    void everyPlayerChangesRungsInMidPlayAndJumpsToTheEndAndBack(Browser browser) {
        for (Scene scene : VP9) {
            Judgement judgement = judge(browser, scene);
            judgement.playsLike(PreparedFilm.SECONDS);
            judgement.hasSound("opus", PreparedFilm.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource(Browser.class)
    void aPlayerThatKnowsOnlyH264HasARungAndItsSound(Browser browser) {
        Judgement judgement = judge(browser, LIKE_SAFARI);
        judgement.playsLike(PreparedFilm.SECONDS);
        judgement.hasSound("mp4a.40.2", PreparedFilm.SECONDS);
    }

    /** With H.264 it would be left with a single rung, and never adapt. */
    @ParameterizedTest
    @EnumSource(Browser.class)
    void shakaOnHlsChoosesTheLadderAndNotTheSingleRung(Browser browser) {
        Judgement judgement = judge(browser, SHAKA_ON_HLS);
        judgement.playsLike(PreparedFilm.SECONDS);
        judgement.hasSound("opus", PreparedFilm.SECONDS);
        assertThat(Objects.requireNonNull(rehearsal(browser, SHAKA_ON_HLS).begun())
                        .video()
                        .getFirst()
                        .type())
                .contains(Scene.VP9);
    }

    private Judgement judge(Browser browser, Scene scene) {
        return new Judgement(scene, rehearsal(browser, scene));
    }

    private Rehearsal rehearsal(Browser browser, Scene scene) {
        browser.require();
        return Objects.requireNonNull(outcomes.get(browser)).of(scene);
    }
}
