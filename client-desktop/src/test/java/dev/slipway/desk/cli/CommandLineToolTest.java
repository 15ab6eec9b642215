package dev.slipway.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.cli.argument.Arguments;
import dev.slipway.desk.cli.prepare.EncodingOptions;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.home.SlipwayHome;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.media.SourceWarning;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CommandLineToolTest {
    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CancelSignal cancel = new CancelSignal();
    private final TinyEngine engine = new TinyEngine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json",
                "nonsense --json",
                "probe --json",
                "publish film.mp4 --json",
                "wallet --json",
                "wallet import -o w.json --password-file p.txt --json",
                "prepare film.mp4 -o out --recipe fast --preview-seconds x --json",
                "prepare film.mp4 -o target/out --epsilon 0.12 --json",
                "prepare film.mp4 -o target/out --audio-level weak --json",
                "prepare film.mp4 -o target/out --protect --epsilon 0.21 --json",
                "prepare film.mp4 -o target/out --protect --strength 0.9 --json",
                "prepare film.mp4 -o target/out --protect --every-n-frames 31 --json",
                "prepare film.mp4 -o target/out --protect --audio-level loud --json",
                "prepare film.mp4 -o target/out --target-quality 24.9 --json",
                "prepare film.mp4 -o target/out --target-quality good --json",
                "prepare film.mp4 -o target/out --poster 1:99 --json",
                "prepare film.mp4 -o target/out --poster-candidates 13 --json",
                "prepare film.mp4 -o target/out --poster-candidates 0 --json",
                "publish film.mp4 --server http://127.0.0.1:1 --wallet w.json --password-file p.txt --title t"
                        + " --access friends --json",
                "status not-an-id --json",
                "wallet balance 0x12 --chain-rpc http://127.0.0.1:1 --json"
            })
    void wrongUsageEndsWithTwoAndSaysSoInJson(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(last().path("event").asString()).isEqualTo("error");
        assertThat(last().path("code").asString()).isEqualTo("usage");
        assertThat(last().path("message").asString()).isNotBlank();
    }

    @Test
    void aFailureEndsWithOneAndItsCode() {
        int code = run(
                "wallet", "address", folder.resolve("none.json").toString(), "--password-file", "none.txt", "--json");

        assertThat(code).isEqualTo(1);
        assertThat(last().path("code").asString()).isEqualTo("file-not-found");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no password file");
    }

    @Test
    void cancellationEndsAsShellsExpect() throws Exception {
        Path password = Files.writeString(folder.resolve("password.txt"), "p");
        Path phrase = Files.writeString(
                folder.resolve("phrase.txt"), "test test test test test test test test test test test junk");
        Path wallet = folder.resolve("wallet.json");
        assertThat(run(
                        "wallet",
                        "import",
                        "--phrase-file",
                        phrase.toString(),
                        "-o",
                        wallet.toString(),
                        "--password-file",
                        password.toString(),
                        "--json"))
                .isZero();
        assertThat(last().path("address").asString()).isEqualTo("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

        cancel.cancel();

        assertThat(run(
                        "publish",
                        "film.mp4",
                        "--server",
                        "http://127.0.0.1:1",
                        "--wallet",
                        wallet.toString(),
                        "--password-file",
                        password.toString(),
                        "--title",
                        "t",
                        "--json"))
                .isEqualTo(130);
        assertThat(last().path("code").asString()).isEqualTo("cancelled");
    }

    @Test
    void preparingEndsWithWhatScriptsReadFromIt() throws Exception {
        Path film = Files.writeString(folder.resolve("film.mp4"), "a film");

        assertThat(run("prepare", film.toString(), "-o", folder.resolve("out").toString(), "--json"))
                .isZero();

        assertThat(last().path("event").asString()).isEqualTo("done");
        assertThat(last().propertyNames()).contains("manifest", "seconds", "cpuSeconds", "inputBytes", "outputBytes");
        assertThat(Path.of(last().path("manifest").asString())).exists();
    }

    @Test
    void aSourceThatIsRefusedLeavesNoEmptyFolder() throws Exception {
        Path out = folder.resolve("out");
        engine.refuse();
        String film = Files.writeString(folder.resolve("film.mp4"), "a film").toString();

        assertThat(run("prepare", film, "-o", out.toString(), "--json")).isEqualTo(1);
        assertThat(out).doesNotExist();
        Files.createDirectory(out);
        assertThat(run("prepare", film, "-o", out.toString(), "--json")).isEqualTo(1);
        assertThat(out).as("one that the person made").exists();
    }

    @Test
    void preparingGoesOnUnlessItIsToldToBeginAfresh() throws Exception {
        String film = Files.writeString(folder.resolve("film.mp4"), "a film").toString();
        String out = folder.resolve("out").toString();

        assertThat(run("prepare", film, "-o", out, "--json")).isZero();
        assertThat(engine.lastBeginning()).isEqualTo(PrepareJob.Beginning.RESUMED_OR_REFUSED);
        assertThat(lines().getFirst()).contains("\"event\":\"notice\"", "\"code\":\"resumed\"");
        assertThat(run("prepare", film, "-o", out, "--resume")).isZero();
        assertThat(engine.lastBeginning()).isEqualTo(PrepareJob.Beginning.RESUMED_OR_REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Going on from 42 %");
        assertThat(run("prepare", film, "-o", out, "--afresh")).isZero();
        assertThat(engine.lastBeginning()).isEqualTo(PrepareJob.Beginning.AFRESH);
        assertThat(run("prepare", film, "-o", out, "--afresh", "--resume")).isEqualTo(2);
    }

    @Test
    void aVideoOfTheCreatorsInTheCopysPlaceIsToldBeforeAnythingIsMade() throws Exception {
        String film = Files.writeString(folder.resolve("film.mp4"), "a film").toString();
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("video.webm"), "the creator's own");

        assertThat(run("prepare", film, "-o", out.toString(), "--webm", "--json"))
                .isNotZero();

        assertThat(last().path("code").asString()).isEqualTo("usage");
        assertThat(engine.prepared()).isZero();
        assertThat(run("prepare", film, "-o", out.toString())).isZero();
    }

    @Test
    void probingPrintsTheFactsAsOneLine() throws Exception {
        Path film = Files.writeString(folder.resolve("film.mp4"), "a film");

        assertThat(run("probe", film.toString(), "--json")).isZero();

        assertThat(lines()).hasSize(1);
        assertThat(last().path("container").asString()).isEqualTo("mp4");
        assertThat(last().has("audio")).isTrue();
    }

    /** Scripts read the sentences; codes and figures stand beside them. */
    @Test
    void probingTellsWarningsAsSentencesAndByTheirCodes() throws Exception {
        String film = Files.writeString(folder.resolve("film.mp4"), "a film").toString();
        engine.warn(new SourceWarning(SourceWarning.CLOCK_JUMPS, "The file's clock jumps once.", "1"));

        assertThat(run("probe", film, "--json")).isZero();
        assertThat(last().path("warnings").toString()).isEqualTo("[\"The file's clock jumps once.\"]");
        assertThat(last().at("/codedWarnings/0/code").asString()).isEqualTo("clock-jumps");
        assertThat(last().at("/codedWarnings/0/exact").asString()).isEqualTo("1");
        assertThat(run("probe", film)).isZero();
        assertThat(lines()).endsWith("note: The file's clock jumps once.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--poster 0:42",
                "--poster=0:42",
                "--poster-candidates 6",
                "--preview-seconds 7",
                "--encoder software",
                "--no-compat",
                "--audio-track 1",
                "--loudness -16",
                "--protect --audio-level strong"
            })
    void comparingRefusesWhatDoesNotChangeOnePicture(String options) throws Exception {
        String film = Files.writeString(folder.resolve("film.mp4"), "a film").toString();
        List<String> line = new ArrayList<>(List.of("compare", film, "--at", "1", "-o", "target/out"));
        line.addAll(List.of(options.split(" ")));
        line.add("--json");
        String name = options.replace("--protect ", "").split("[ =]")[0];

        assertThat(run(line.toArray(String[]::new))).isEqualTo(2);

        assertThat(last().path("code").asString()).isEqualTo("usage");
        assertThat(last().path("message").asString())
                .isEqualTo(name + " changes nothing of what compare does; it is an option of demo, prepare, publish."
                        + " Leave it out.");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("compare --help");
        assertThat(help("compare")).doesNotContain(name);
        assertThat(help("prepare")).contains(name);
    }

    @Test
    void comparingTakesWhatOnePictureDependsOn() {
        assertThat(help("compare"))
                .contains(
                        "--recipe",
                        "--bitrate",
                        "--target-quality",
                        "--trim",
                        "--accept-damage",
                        "--protect",
                        "--epsilon",
                        "--strength",
                        "--every-n-frames");
        assertThat(run("compare", "film.mp4", "--at", "1", "-o", "target/out", "--nonsense", "--json"))
                .isEqualTo(2);
        assertThat(last().path("message").asString()).contains("--nonsense").doesNotContain("an option of");
    }

    private String help(String command) {
        return Objects.requireNonNull(SlipwayCommand.withCommands(desk(), console(Console.Audience.PEOPLE))
                        .getSubcommands()
                        .get(command))
                .getUsageMessage();
    }

    @Test
    void everyCommandExplainsItselfWithAnExample() {
        for (String command : List.of(
                "demo",
                "probe",
                "prepare",
                "compare",
                "publish",
                "status",
                "wallet",
                "wallet create",
                "wallet import",
                "wallet address",
                "wallet balance",
                "doctor")) {
            String[] line = (command + " --help").split(" ");
            CommandLine explained =
                    Objects.requireNonNull(SlipwayCommand.withCommands(desk(), console(Console.Audience.PEOPLE))
                            .getSubcommands()
                            .get(line[0]));
            assertThat(run(line)).as(command).isZero();
            assertThat(explained.getUsageMessage()).as(command).contains("Example");
        }
    }

    @ParameterizedTest
    @CsvSource({"2M,2000000", "1.5M,1500000", "800k,800000", "123456,123456", "0.25m,250000"})
    void bitratesAreReadAsPeopleWriteThem(String text, long bits) {
        assertThat(Arguments.bitrate(text)).isEqualTo(bits);
    }

    @Test
    void theDefaultRecipeIsTheDesigns() {
        assertThat(new EncodingOptions().options()).isEqualTo(PrepareOptions.DEFAULT);
    }

    private int run(String... arguments) {
        out.reset();
        boolean json = Arrays.asList(arguments).contains("--json");
        return new CommandLineTool(desk(), console(json ? Console.Audience.PROGRAMS : Console.Audience.PEOPLE))
                .run(arguments);
    }

    private Desk desk() {
        return new Desk(
                new SlipwayHome(folder.resolve("home")),
                cancel,
                engine,
                new OkHttpClient(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private Console console(Console.Audience audience) {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                audience,
                Console.Screen.LOG);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private JsonNode last() {
        return Json.STRICT.readTree(lines().getLast());
    }
}
