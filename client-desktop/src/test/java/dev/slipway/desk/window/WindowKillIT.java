package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.story.Shipyard;
import dev.slipway.desk.testing.Checkout;
import dev.slipway.media.MediaEngine;
import dev.slipway.media.run.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the window in each of its moments and starts it again: nothing is lost, nothing is paid twice. Writes its table
 * into docs/reliability.md, so that the document is what happened.
 */
@Tag("long")
class WindowKillIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String BEGIN = "<!-- written by WindowKillIT -->";
    private static final String END = "<!-- end of what WindowKillIT wrote -->";
    private static final int FILM_SECONDS = 8;

    private static final List<String> MOMENTS = List.of(
            "dropped",
            "described",
            "preparation begun",
            "well into the preparation",
            "prepared",
            "asked to sign",
            "agreed",
            "Agreeing on terms",
            "Waiting until the payment",
            "paid",
            "Uploading",
            "The server checks the files");

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void aWindowThatIsKilledAnywhereGoesOnAndPaysOnce(@TempDir Path folder) throws IOException, InterruptedException {
        Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), FILM_SECONDS, new Cancellation());
        List<String> rows = new ArrayList<>();
        try (Shipyard shipyard = Shipyard.open(folder)) {
            for (String moment : MOMENTS) {
                Path home = Files.createDirectory(folder.resolve("home-" + moment.replace(' ', '-')));
                settle(home, shipyard);
                BigInteger paid = shipyard.paid();
                int published = shipyard.published();

                run(home, film, moment);
                List<String> then = run(home, film, "published");

                assertThat(shipyard.paid().subtract(paid)).as(moment).isEqualTo(Shipyard.PRICE);
                assertThat(shipyard.published() - published).as(moment).isEqualTo(1);
                rows.add("| " + moment + " | " + String.join(", ", then.subList(0, Math.min(4, then.size())))
                        + " … | paid 1 time, published 1 |");
            }
        }
        write(rows);
    }

    private static void settle(Path home, Shipyard shipyard) throws IOException {
        Files.copy(shipyard.wallet(), home.resolve("wallet.json"));
        try (Database database = Database.open(home.resolve("desk.db"))) {
            Settings settings = new Settings(database);
            settings.put("launch.server", shipyard.serverUrl());
            settings.put("wallet.node", shipyard.chain().rpc().toString());
        }
    }

    /**
     * Until the moment comes, and not a step further.
     *
     * @return the moments before it
     */
    private static List<String> run(Path home, Path film, String until) throws IOException, InterruptedException {
        List<String> moments = new ArrayList<>();
        Process window = new ProcessBuilder(command(home, film))
                .redirectError(home.resolve("window.log").toFile())
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                moments.add(line);
                if (line.startsWith(until)) {
                    return moments;
                }
            }
            throw new AssertionError(
                    "\"" + until + "\" never came: " + moments + "\n" + Files.readString(home.resolve("window.log")));
        } finally {
            window.destroyForcibly();
            assertThat(window.waitFor(Shipyard.PUBLISH.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private static List<String> command(Path home, Path film) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                WindowRobot.class.getName(),
                home.toString(),
                film.toString(),
                PASSWORD);
    }

    private static void write(List<String> rows) throws IOException {
        Path document = Checkout.root().resolve("docs/reliability.md");
        String text = Files.readString(document);
        StringBuilder table = new StringBuilder(BEGIN)
                .append(
                        "\n| killed with SIGKILL when the window was here | the next start | in the end |\n|---|---|---|\n");
        rows.forEach(row -> table.append(row).append('\n'));
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        assertThat(from).as("the mark %s in %s", BEGIN, document).isBetween(0, to);
        Files.writeString(document, text.substring(0, from) + table + text.substring(to));
    }
}
