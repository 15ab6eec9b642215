package dev.slipway.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment that is in a block and was undone there, as a recipient's contract may do. */
class FailedPaymentTest {
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final LocalSigner author = LocalSigner.random(new SecureRandom());
    private final TinyEngine engine = new TinyEngine();
    private final SmallServer server;
    private Path source = Path.of("");

    FailedPaymentTest() throws IOException {
        server = SmallServer.start(() -> time);
    }

    @BeforeEach
    void writeSource() throws IOException {
        source = Files.writeString(folder.resolve("film.mp4"), "a film");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isSaidAndNeverMadeAnewUnasked() {
        server.chain().failNext();
        assertFails(LaunchRequest.Replaced.REFUSED);
        assertFails(LaunchRequest.Replaced.REFUSED);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    @Test
    void isMadeAnewOnceWhereThatIsWished() {
        server.chain().failNext();
        assertFails(LaunchRequest.Replaced.REFUSED);
        publish(LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.published()).isEqualTo(1);
        assertThat(server.chain().payments()).isEqualTo(2);

        publish(LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.chain().payments()).as("what went through stays").isEqualTo(2);
    }

    @Test
    void mayFailAgainAndIsSaidAgain() {
        server.chain().failNext();
        assertFails(LaunchRequest.Replaced.REFUSED);
        server.chain().failNext();
        assertFails(LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.chain().payments()).isEqualTo(2);
        assertFails(LaunchRequest.Replaced.REFUSED);
        assertThat(server.chain().payments()).isEqualTo(2);
    }

    /** The offer was over by then: what is paid on it is taken and opens nothing. */
    @Test
    void isNotMadeAnewOnAnOfferThatIsOverButOnANewOne() {
        server.chain().failNext();
        assertFails(LaunchRequest.Replaced.REFUSED);
        time = time.plus(Duration.ofHours(2));
        assertThatThrownBy(() -> publish(LaunchRequest.Replaced.PAID_ANEW))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TERMS_EXPIRED));
        assertThat(server.chain().payments()).isEqualTo(1);

        publish(LaunchRequest.Replaced.REFUSED);
        assertThat(server.published()).isEqualTo(1);
        assertThat(server.chain().payments()).isEqualTo(2);
    }

    private void assertFails(LaunchRequest.Replaced replaced) {
        assertThatThrownBy(() -> publish(replaced))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.PAYMENT_REVERTED));
    }

    private void publish(LaunchRequest.Replaced replaced) {
        Dock dock = new Dock(
                new OkHttpClient(),
                new Journals(folder.resolve("desk.db"), () -> time),
                folder.resolve("publish"),
                new KnownServers(folder.resolve("known_servers.json")),
                new AvatarStore(folder.resolve("avatars")),
                () -> time,
                new SecureRandom());
        LaunchRequest launch = new LaunchRequest(
                ServerOrigin.parse(server.url()),
                new PublicationForm("Film", "", List.of()),
                null,
                BigInteger.TEN.pow(18),
                null,
                replaced);
        new PublishWorkflow(
                        new Workbench(engine, folder.resolve("publish"), dock),
                        author,
                        new CancelSignal(),
                        LaunchListener.silent())
                .publish(new PublishRequest(source, PrepareOptions.DEFAULT, launch));
    }
}
