package dev.slipway.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** One browser that plays scenes one after the other, driven by a Node process of its own. */
final class BrowserRun implements AutoCloseable {
    private static final Path WEB = Path.of("src/test/web").toAbsolutePath();
    private static final int SECONDS_A_SCENE = 120;

    private final Process driver;
    private final Path output;
    private final Path errors;
    private final int scenes;

    private BrowserRun(Process driver, Path output, Path errors, int scenes) {
        this.driver = driver;
        this.output = output;
        this.errors = errors;
        this.scenes = scenes;
    }

    /** What the film server must serve beside the films: the page and the players. */
    static Map<String, Path> folders() {
        Path npm = WEB.resolve("node_modules");
        boolean there = Files.isDirectory(npm);
        String missing = npm + " is missing: node .ci/npm-ci.mjs media-engine/src/test/web (mvn verify does it)";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(missing).isTrue();
        }
        assumeTrue(there, () -> "skipped: " + missing);
        return Map.of("page", WEB.resolve("page"), "npm", npm);
    }

    /** Returns at once; the browser plays while others do. */
    static BrowserRun start(Browser browser, FilmServer server, List<Scene> scenes, Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve(browser.toString()));
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Scene scene : scenes) {
            asked.add(asked(scene));
        }
        Map<String, Object> job = Map.of(
                "browser", browser.toString(),
                "executable", browser.executable().toString(),
                "profile", Files.createDirectory(home.resolve("profile")).toString(),
                "page", server.address("/page/index.html"),
                "scenes", asked);
        Path file = home.resolve("job.json");
        Files.write(file, Json.STRICT.writeValueAsBytes(job));
        Path output = home.resolve("output");
        Path errors = home.resolve("errors");
        Process driver = new ProcessBuilder("node", WEB.resolve("driver.mjs").toString(), file.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new BrowserRun(driver, output, errors, scenes.size());
    }

    /** Waits until all is played: the browser's version under {@code browser}, and what became of each scene. */
    Outcome await() throws IOException, InterruptedException {
        boolean ended = driver.waitFor(SECONDS_A_SCENE * (scenes + 1L), TimeUnit.SECONDS);
        assertThat(ended && driver.exitValue() == 0)
                .as(() -> "the driver came to its end; it said: " + read(errors) + read(output))
                .isTrue();
        List<String> lines = Files.readAllLines(output);
        String version = Json.STRICT
                .readTree(lines.getFirst())
                .path("browser")
                .asString("")
                .replaceAll("/@.*", "");
        Map<String, Rehearsal> rehearsals = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Rehearsal rehearsal = Json.LENIENT.readValue(line, Rehearsal.class);
            rehearsals.put(rehearsal.name(), rehearsal);
        }
        return new Outcome(version, rehearsals);
    }

    /** @param rehearsals by the scene's words */
    record Outcome(String version, Map<String, Rehearsal> rehearsals) {
        Rehearsal of(Scene scene) {
            return Objects.requireNonNull(rehearsals.get(scene.toString()), () -> scene + " was not played");
        }
    }

    /** Ends the driver and the browser it started, if they still run. */
    @Override
    public void close() {
        List<ProcessHandle> browser = driver.descendants().toList();
        driver.destroyForcibly();
        browser.forEach(ProcessHandle::destroyForcibly);
    }

    private static Map<String, Object> asked(Scene scene) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("name", scene.toString());
        asked.put("player", scene.player());
        asked.put("address", scene.address());
        asked.put("heights", scene.heights());
        asked.put("codec", scene.codec());
        asked.put("subtitles", scene.subtitles());
        return asked;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
