package dev.slipway.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real processes on real folders: killed, started again, started twice. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ServerRestartIT {
    @TempDir
    private Path folder;

    @Test
    void aKilledServerLeavesADatabaseThatTheNextOneTakesOver() throws Exception {
        Path data = folder.resolve("data");
        DraftReply draft;
        SignatureReply signed;
        try (ServerProcess first = ServerProcess.start(data, 0, Map.of())) {
            ApiClient api = new ApiClient(first.awaitReady().getPort());
            Author author = new Author(EthereumSignatures.create());
            draft = api.draft(author);
            signed = api.signed(author, draft);
            first.kill();
        }
        ProcessHandle orphan = postmaster(data).orElseThrow();
        assertThat(orphan.isAlive())
                .as("the database outlives the killed server")
                .isTrue();
        try (ServerProcess second = ServerProcess.start(data, 0, Map.of())) {
            URI server = second.awaitReady();
            assertThat(orphan.isAlive()).isFalse();
            assertThat(new ApiClient(server.getPort())
                            .get("/api/publications/" + draft.id(), signed.grant())
                            .statusCode())
                    .as("the draft is there, and its grant still opens it")
                    .isEqualTo(200);
            ProcessHandle own = postmaster(data).orElseThrow();
            second.stop();
            // Its last moment, as a process that nobody has asked about yet, may outlast the server's.
            assertThat(own.onExit())
                    .as("a server that is told to end ends its database")
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aSecondServerOnTheSameFolderSaysSoAndLeavesTheFirstAlone() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess first = ServerProcess.start(data, 0, Map.of())) {
            URI server = first.awaitReady();
            try (ServerProcess second = ServerProcess.start(data, 0, Map.of())) {
                assertFailure(second, "data-in-use", data.toString());
            }
            assertThat(new ApiClient(server.getPort()).get("/api/operator").statusCode())
                    .isEqualTo(200);
            first.stop();
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAndNothingIsLeftRunning() throws Exception {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServerProcess server = ServerProcess.start(data, taken.getLocalPort(), Map.of())) {
            assertFailure(server, "port-taken", Integer.toString(taken.getLocalPort()));
            assertThat(postmaster(data).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void productionDoesNotStartOnAssumptions() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("data"), 0, Map.of("SLIPWAY_MODE", "production"))) {
            assertFailure(server, "configuration", "SLIPWAY_RECIPIENT");
        }
    }

    private static void assertFailure(ServerProcess server, String code, String named) throws Exception {
        JsonNode event = server.nextEvent();
        assertThat(event.path("event").asString()).isEqualTo("error");
        assertThat(event.path("code").asString()).isEqualTo(code);
        assertThat(event.path("message").asString()).contains(named);
        assertThat(server.awaitExit()).isEqualTo(1);
    }

    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path pidFile = data.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid);
    }
}
