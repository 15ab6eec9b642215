package dev.slipway.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishForViewersTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final LocalSigner author = LocalSigner.random(new SecureRandom());
    private final TinyEngine engine = new TinyEngine();
    private final SmallServer server;

    PublishForViewersTest() throws IOException {
        server = SmallServer.start(() -> TIME);
    }

    @BeforeEach
    void writeSource() throws IOException {
        Files.writeString(folder.resolve("film.mp4"), "a film");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theLevelIsPartOfWhatIsSigned() {
        publish(AccessLevel.UNLISTED);

        assertThat(server.forms()).extracting(PublicationForm::access).containsExactly(AccessLevel.UNLISTED);
        assertThat(server.published()).isEqualTo(1);
    }

    @Test
    void aLevelThatTheServerDoesNotGrantIsRefusedBeforeTheFilmIsPrepared() {
        assertThatExceptionOfType(DeskException.class)
                .isThrownBy(() -> publish(AccessLevel.SPONSOR))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_FORM))
                .withMessageContainingAll("accessLevel", "\"sponsor\"", "Choose public or unlisted");

        assertThat(engine.prepared()).isZero();
        assertThat(server.chain().payments()).isZero();
        assertThat(server.forms()).isEmpty();
    }

    @Test
    void whatWasPaidForGoesOnThoughTheServerGrantsItsLevelNoMore() {
        Published first = publish(AccessLevel.UNLISTED);
        server.grant(List.of(AccessLevel.PUBLIC));

        assertThat(publish(AccessLevel.UNLISTED)).isEqualTo(first);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    private Published publish(AccessLevel level) {
        Dock dock = new Dock(
                new OkHttpClient(),
                new Journals(folder.resolve("desk.db"), () -> TIME),
                folder.resolve("publish"),
                new KnownServers(folder.resolve("known_servers.json")),
                new AvatarStore(folder.resolve("avatars")),
                () -> TIME,
                new SecureRandom());
        LaunchRequest launch = new LaunchRequest(
                ServerOrigin.parse(server.url()),
                new PublicationForm("Rehearsal", null, List.of()).with(level),
                null,
                PriceLimit.ofWei(BigInteger.TEN.pow(18)),
                null);
        return new PublishWorkflow(
                        new Workbench(engine, folder.resolve("publish"), dock),
                        author,
                        new CancelSignal(),
                        LaunchListener.silent())
                .publish(new PublishRequest(folder.resolve("film.mp4"), PrepareOptions.DEFAULT, launch));
    }
}
