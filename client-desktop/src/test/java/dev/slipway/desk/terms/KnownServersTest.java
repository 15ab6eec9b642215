package dev.slipway.desk.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownServersTest {
    private static final ServerOrigin SERVER = ServerOrigin.parse("https://video.example/");
    private static final Address KEY = new Address("0x" + "11".repeat(20));
    private static final Address OTHER = new Address("0x" + "22".repeat(20));

    @TempDir
    Path folder = Path.of("");

    @Test
    void aKeyIsRememberedAtFirstContactAndHeldToLater() {
        Path file = folder.resolve("known_servers.json");

        assertThat(new KnownServers(file).meet(SERVER, KEY)).isEqualTo(KnownServers.Meeting.FIRST);
        assertThat(new KnownServers(file).meet(SERVER, KEY)).isEqualTo(KnownServers.Meeting.KNOWN);
        assertThatThrownBy(() -> new KnownServers(file).meet(SERVER, OTHER))
                .hasMessageContaining(KEY.hex())
                .hasMessageContaining(file.toString())
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TERMS_MISMATCH));
        assertThat(new KnownServers(file).meet(ServerOrigin.parse("https://other.example"), OTHER))
                .isEqualTo(KnownServers.Meeting.FIRST);
    }

    @Test
    void aDamagedListIsNotTakenForAnEmptyOne() throws Exception {
        Path file = Files.writeString(folder.resolve("known_servers.json"), "{\"https://vid");

        assertThatThrownBy(() -> new KnownServers(file).meet(SERVER, KEY)).isInstanceOf(DeskException.class);
        assertThat(file).hasContent("{\"https://vid");
    }
}
