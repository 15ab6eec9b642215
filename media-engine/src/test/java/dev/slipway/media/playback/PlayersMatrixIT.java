package dev.slipway.media.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every player with every kind of film in every browser. Writes its table into docs/players.md. */
@Tag("long")
class PlayersMatrixIT {
    private final Path folder;

    PlayersMatrixIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyPlayerPlaysEveryKindOfFilmInEveryBrowser() throws Exception {
        List<Attempt> attempts = attempts(new Films(folder));
        Map<String, Path> folders = new HashMap<>(BrowserRun.folders());
        attempts.forEach(
                attempt -> folders.put(attempt.film().name(), attempt.film().folder()));
        Map<Browser, BrowserRun.Outcome> outcomes = new EnumMap<>(Browser.class);
        try (FilmServer server = FilmServer.start(folders)) {
            outcomes.putAll(play(attempts, server));
        }
        PlayersTable table = new PlayersTable(attempts, outcomes);
        table.write();
        assertThat(table.failures()).isEmpty();
    }

    private Map<Browser, BrowserRun.Outcome> play(List<Attempt> attempts, FilmServer server) throws Exception {
        List<Scene> scenes = attempts.stream().map(Attempt::scene).toList();
        Map<Browser, BrowserRun> runs = new EnumMap<>(Browser.class);
        Map<Browser, BrowserRun.Outcome> outcomes = new EnumMap<>(Browser.class);
        try {
            for (Browser browser : Browser.values()) {
                browser.require();
                runs.put(browser, BrowserRun.start(browser, server, scenes, folder));
            }
            for (Map.Entry<Browser, BrowserRun> run : runs.entrySet()) {
                outcomes.put(run.getKey(), run.getValue().await());
            }
            return outcomes;
        } finally {
            runs.values().forEach(BrowserRun::close);
        }
    }

    private static List<Attempt> attempts(Films films) throws Exception {
        List<Attempt> attempts = new ArrayList<>();
        PreparedFilm drawn = films.drawn();
        String name = drawn.name();
        attempts.add(Attempt.ladder(drawn, Scene.hlsJs(name).reading(Films.LINE), Codec.VP9));
        attempts.add(Attempt.ladder(drawn, Scene.dashJs(name), Codec.VP9));
        attempts.add(Attempt.ladder(drawn, Scene.shakaHls(name).reading(Films.LINE), Codec.VP9));
        attempts.add(Attempt.ladder(drawn, Scene.shakaDash(name).reading(Films.LINE), Codec.VP9));
        for (Scene scene : allPlayers(name)) {
            attempts.add(Attempt.ladder(drawn, scene.onlyWith(Codec.H264.prefix()), Codec.H264));
        }
        PreparedFilm av1 = films.drawnInAv1();
        for (Scene scene : allPlayers(av1.name())) {
            attempts.add(Attempt.ladder(av1, scene, Codec.AV1));
        }
        for (PreparedFilm film : List.of(films.trimmed(), films.silent(), films.variableRate(), films.vertical())) {
            for (Scene scene : allPlayers(film.name())) {
                attempts.add(Attempt.ladder(film, scene, Codec.VP9));
            }
        }
        return attempts;
    }

    private static List<Scene> allPlayers(String film) {
        return List.of(Scene.hlsJs(film), Scene.dashJs(film), Scene.shakaHls(film), Scene.shakaDash(film));
    }
}
