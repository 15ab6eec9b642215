package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.desk.testing.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Everything that is not a video, and everything around it that can be wrong, through the launcher itself. */
class BadInputIT {
    @TempDir
    Path folder;

    @BeforeEach
    void makeBadFiles() throws IOException, InterruptedException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        Files.writeString(folder.resolve("notes.mp4"), "This is a text file.\n".repeat(500));
        Files.write(folder.resolve("empty.mp4"), new byte[0]);
        Files.write(folder.resolve("noise.mp4"), noise);
        TestClip.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:d=1",
                "-frames:v",
                "1",
                "-f",
                "image2pipe",
                "-c:v",
                "png",
                file("picture.mp4")));
        TestClip.run(
                List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac", file("sound.mp4")));
        byte[] whole = Files.readAllBytes(TestClip.make(folder.resolve("whole.mkv"), 20, 0));
        Files.write(folder.resolve("half.mkv"), java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    @ParameterizedTest
    @CsvSource({
        "notes.mp4, not-a-video",
        "empty.mp4, not-a-video",
        "noise.mp4, not-a-video",
        "picture.mp4, still-picture",
        "sound.mp4, no-picture",
        "missing.mp4, file-not-found"
    })
    void whatIsNoVideoIsNamedAndLeavesNothingBehind(String name, String code) throws IOException, InterruptedException {
        try (Launched desk = slipway("prepare", file(name), "-o", file("out"), "--json")) {
            assertThat(desk.exit(Shipyard.START)).as(desk.told()).isEqualTo(1);
            assertProblem(desk.last(), code);
        }
        assertThat(folder.resolve("out"))
                .satisfiesAnyOf(
                        out -> assertThat(out).doesNotExist(),
                        out -> assertThat(out).isEmptyDirectory());
    }

    @Test
    void halfAFileIsNotPreparedAsIfItWereWhole() throws IOException, InterruptedException {
        try (Launched desk = slipway("prepare", file("half.mkv"), "-o", file("out"), "--json")) {
            assertThat(desk.exit(Shipyard.START)).as(desk.told()).isEqualTo(1);
            assertProblem(desk.last(), "truncated");
        }
    }

    @Test
    void whoInsistsOnHalfAFileGetsItAndIsToldHowMuchIsMissing() throws IOException, InterruptedException {
        try (Launched desk = slipway(
                "prepare",
                file("half.mkv"),
                "-o",
                file("out"),
                "--accept-damage",
                "--recipe",
                "fast",
                "--no-compat",
                "--json")) {
            assertThat(desk.exit(Shipyard.PUBLISH)).as(desk.told()).isZero();
            assertThat(desk.last().path("event").asString()).isEqualTo("done");
            assertThat(desk.told()).contains("Part of the file is missing: about 50 %");
        }
        assertThat(folder.resolve("out/manifest.json")).exists();
    }

    @Test
    void aDiskThatCannotHoldTheVideoIsNamedBeforeAnythingIsWrittenToIt() throws IOException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                "true".equals(System.getenv("CI")) || "root".equals(System.getProperty("user.name")),
                "skipped: only root can mount a disk of 300 KB");
        TestClip.run(List.of("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", small.toString()));
        try (Launched desk = slipway("prepare", file("whole.mkv"), "-o", file("small/out"), "--json")) {
            assertThat(desk.exit(Shipyard.PUBLISH)).as(desk.told()).isEqualTo(1);
            assertProblem(desk.last(), "disk-full");
            assertThat(small.resolve("out"))
                    .satisfiesAnyOf(
                            out -> assertThat(out).doesNotExist(),
                            out -> assertThat(out).isEmptyDirectory());
        } finally {
            TestClip.run(List.of("umount", small.toString()));
        }
    }

    @Test
    void anUnknownOptionIsAnErrorOfUsage() throws IOException, InterruptedException {
        try (Launched desk = slipway("prepare", file("whole.mkv"), "--no-such-option", "--json")) {
            assertThat(desk.exit(Shipyard.START)).as(desk.told()).isEqualTo(2);
            assertProblem(desk.last(), "usage");
        }
    }

    @Test
    void aServerThatIsAwayIsNamed() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            makeWallet("0x" + "11".repeat(32));
            try (Launched desk = publish("http://127.0.0.1:" + port)) {
                assertThat(desk.exit(Shipyard.START)).as(desk.told()).isEqualTo(1);
                assertProblem(desk.last(), "server-unreachable");
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Launched server = slipway(
                        "server", "--port", Integer.toString(taken.getLocalPort()), "--data", file("data"), "--json")) {
            assertThat(server.exit(Shipyard.START)).as(server.told()).isEqualTo(1);
            assertProblem(server.last(), "port-taken");
        }
    }

    @Test
    void aWrongPasswordIsNamedBeforeAnythingIsDone() throws IOException, InterruptedException {
        makeWallet("0x" + "11".repeat(32));
        Files.writeString(folder.resolve("password.txt"), "another");
        try (Launched desk = publish("http://127.0.0.1:1")) {
            assertThat(desk.exit(Shipyard.START)).as(desk.told()).isEqualTo(1);
            assertProblem(desk.last(), "wrong-password");
        }
    }

    @Test
    void anEmptyWalletIsToldWhatIsMissingAndNothingIsPaid() throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder)) {
            Files.delete(shipyard.wallet());
            makeWallet("0x" + "22".repeat(32));
            try (Launched desk = shipyard.publish(folder.resolve("home"), folder.resolve("whole.mkv"))) {
                assertThat(desk.exit(Shipyard.PUBLISH)).as(desk.told()).isEqualTo(1);
                assertProblem(desk.last(), "insufficient-funds");
            }
            assertThat(shipyard.paid()).isZero();
        }
    }

    private Launched publish(String server) throws IOException {
        return slipway(
                "publish",
                file("whole.mkv"),
                "--server",
                server,
                "--wallet",
                file("wallet.json"),
                "--password-file",
                file("password.txt"),
                "--title",
                "t",
                "--json");
    }

    private void makeWallet(String key) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("key.txt"), key);
        Files.writeString(folder.resolve("password.txt"), "correct horse battery staple");
        try (Launched desk = slipway(
                "wallet",
                "import",
                "--private-key-file",
                file("key.txt"),
                "-o",
                file("wallet.json"),
                "--password-file",
                file("password.txt"),
                "--json")) {
            assertThat(desk.exit(Shipyard.START)).as(desk.told()).isZero();
        }
    }

    private Launched slipway(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(Checkout.root().resolve("slipway").toString()), Stream.of(arguments))
                .toList();
        return Launched.start(folder, Map.of("SLIPWAY_HOME", file("home")), command);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void assertProblem(JsonNode last, String code) {
        assertThat(last.path("event").asString()).isEqualTo("error");
        assertThat(last.path("code").asString()).isEqualTo(code);
        String message = last.path("message").asString();
        assertThat(message).hasSizeBetween(20, 400).doesNotContain("Exception", "\n");
        assertThat(message.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
