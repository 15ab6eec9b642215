package dev.slipway.desk.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished files of the real engine in JavaFX's media player, with a sound output that swallows all and without any. */
class ViewersIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void prepare() {
        MediaEngine engine = MediaEngine.standard();
        Path film = engine.sample(folder.resolve("film.mp4"), 6, new Cancellation());
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST);
        engine.prepare(
                new PrepareRequest(film, folder.resolve("files"), wishes, PrepareRequest.Beginning.AFRESH),
                ProgressListener.silent(),
                new Cancellation());
    }

    @Test
    void theFinishedVersionPlays() throws Exception {
        assertThat(shown("pcm.!default { type null }\nctl.!default { type null }\n"))
                .isEqualTo("RESULT played");
    }

    @Test
    void whereThePlayerFindsNoOutputThatIsASentence() throws Exception {
        assertThat(shown("# no device at all\n")).startsWith("RESULT no player: ");
    }

    /** @param alsa the configuration of Linux's sound library */
    private static String shown(String alsa) throws IOException, InterruptedException {
        Path configuration = Files.writeString(Files.createTempFile(folder, "asound", ".conf"), alsa);
        Path log = Files.createTempFile(folder, "viewers", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ViewersProgram.class.getName(),
                        folder.resolve("files").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ALSA_CONFIG_PATH", configuration.toString());
        Process program = builder.start();
        try {
            assertThat(program.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            program.destroyForcibly();
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        return said.lines()
                .filter(line -> line.startsWith("RESULT"))
                .findFirst()
                .orElse(said);
    }
}
