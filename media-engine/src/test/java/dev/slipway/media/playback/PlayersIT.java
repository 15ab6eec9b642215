package dev.slipway.media.playback;

import dev.slipway.media.playback.BrowserRun.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    @TempDir
    static Path folder;

    private final Map<Browser, BrowserRun> runs = new EnumMap<>(Browser.class);
    private final Map<Browser, Outcome> outcomes = new EnumMap<>(Browser.class);
    private final List<Attempt> ladders = new ArrayList<>();
    private @Nullable Attempt likeSafari;
    private @Nullable Attempt shakaOnHls;
    private @Nullable FilmServer server;

    @BeforeAll
    void begin() throws Exception {
        Map<String, Path> folders = new HashMap<>(BrowserRun.folders());
        PreparedFilm film = new Films(folder).drawn();
        folders.put(film.name(), film.folder());
        String name = film.name();
        ladders.add(Attempt.ladder(film, Scene.hlsJs(name).reading(Films.LINE), Codec.VP9));
        ladders.add(Attempt.ladder(film, Scene.dashJs(name), Codec.VP9));
        ladders.add(Attempt.ladder(film, Scene.shakaDash(name).reading(Films.LINE), Codec.VP9));
        likeSafari = Attempt.ladder(film, Scene.hlsJs(name).onlyWith(Codec.H264.prefix()), Codec.H264);
        shakaOnHls = new Attempt(film, Scene.shakaHls(name), Codec.VP9);
        server = FilmServer.start(folders);
        List<Scene> scenes = Stream.concat(ladders.stream(), Stream.of(likeSafari, shakaOnHls))
                .map(Attempt::scene)
                .toList();
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
        ladders.forEach(ladder -> judge(browser, ladder));
    }

    @ParameterizedTest
    @EnumSource(Browser.class)
    void aPlayerThatKnowsOnlyH264HasARungAndItsSound(Browser browser) {
        judge(browser, Objects.requireNonNull(likeSafari));
    }

    /** With H.264 it would be left with a single rung, and never adapt. */
    @ParameterizedTest
    @EnumSource(Browser.class)
    void shakaOnHlsChoosesTheLadderAndNotTheSingleRung(Browser browser) {
        judge(browser, Objects.requireNonNull(shakaOnHls));
    }

    private void judge(Browser browser, Attempt attempt) {
        browser.require();
        attempt.judge(Objects.requireNonNull(outcomes.get(browser)).of(attempt.scene()));
    }
}
