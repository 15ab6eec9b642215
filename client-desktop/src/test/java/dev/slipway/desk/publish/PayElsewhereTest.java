package dev.slipway.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.PayElsewhere;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.launch.journal.Begun;
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
import dev.slipway.model.publication.PublicationStatus;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that shows its payment, is stopped, and goes on in another way. */
class PayElsewhereTest {
    private static final BigInteger PRICE = BigInteger.valueOf(2_000);
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final LocalSigner author = LocalSigner.random(new SecureRandom());
    private final SmallServer server = SmallServer.start(() -> TIME);
    private final List<PaymentRequest> shown = new ArrayList<>();
    private Path source = Path.of("");

    PayElsewhereTest() throws IOException {}

    @BeforeEach
    void writeSource() throws IOException {
        source = Files.writeString(folder.resolve("film.mp4"), "a film");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasShownIsNotCalledPaid() {
        showAndStop("Film");

        assertThat(journals().getFirst().state()).isEqualTo("shown for payment");
        assertThatThrownBy(() -> publish("Other words", LaunchRequest.Replaced.REFUSED))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining("shown to be paid for")
                .hasMessageContaining("--not-paid");
    }

    @Test
    void whoSaysThatNobodyPaidMayChangeTheWords() {
        showAndStop("Film");
        publish("Other words", LaunchRequest.Replaced.NOT_PAID);

        assertThat(server.forms()).extracting(PublicationForm::title).containsExactly("Film", "Other words");
        assertThat(server.published()).isEqualTo(1);
        assertThat(server.chain().payments()).isEqualTo(1);
        assertThat(server.chain().paidFor(shown.getFirst().reference())).isZero();
    }

    @Test
    void whatTheServerHasSeenIsNotLetGo() {
        showAndStop("Film");
        server.chain().payForAnother(shown.getFirst().reference(), BigInteger.ONE);

        assertThatThrownBy(() -> publish("Other words", LaunchRequest.Replaced.NOT_PAID))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining("has seen a payment");
        assertThat(journals().getFirst().state()).isEqualTo("shown for payment");
    }

    /** Half came from a phone; the desk's own wallet pays the other half when it is told to, and once. */
    @Test
    void theRestIsPaidFromHereWhereThatIsWished() {
        showAndStop("Film");
        BigInteger part = BigInteger.valueOf(500);
        server.chain().payForAnother(shown.getFirst().reference(), part);
        assertThatThrownBy(() -> publish("Film", LaunchRequest.Replaced.REFUSED))
                .hasMessageContaining("what is missing is paid from this wallet");
        assertThat(server.chain().payments()).isZero();

        publish("Film", LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.chain().payments()).isEqualTo(1);
        assertThat(server.chain().paidFor(shown.getFirst().reference())).isEqualTo(PRICE);
        publish("Film", LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    private void showAndStop(String title) {
        CancelSignal cancel = new CancelSignal();
        PayElsewhere stopping = new PayElsewhere() {
            @Override
            public void show(PaymentRequest request) {
                shown.add(request);
                cancel.cancel();
            }

            @Override
            public void over(PaymentRequest request) {
                throw new AssertionError("the offer is young");
            }

            @Override
            public void seen(PublicationStatus.Payment payment) {
                throw new AssertionError("nobody has paid");
            }
        };
        assertThatThrownBy(() -> workflow(Author.payingElsewhere(author, Consent.GIVEN, stopping), cancel)
                        .publish(request(title, LaunchRequest.Replaced.REFUSED)))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(shown).hasSize(1);
    }

    private void publish(String title, LaunchRequest.Replaced replaced) {
        workflow(Author.withKey(author, Consent.GIVEN), new CancelSignal()).publish(request(title, replaced));
    }

    private PublishRequest request(String title, LaunchRequest.Replaced replaced) {
        return new PublishRequest(
                source,
                PrepareOptions.DEFAULT,
                new LaunchRequest(
                        ServerOrigin.parse(server.url()),
                        new PublicationForm(title, null, null),
                        null,
                        BigInteger.TEN.pow(17),
                        null,
                        replaced));
    }

    private List<Begun> journals() {
        return new Journals(folder.resolve("desk.db"), () -> TIME).all();
    }

    private PublishWorkflow workflow(Author paying, CancelSignal cancel) {
        Dock dock = new Dock(
                new OkHttpClient(),
                new Journals(folder.resolve("desk.db"), () -> TIME),
                folder.resolve("publish"),
                new KnownServers(folder.resolve("known_servers.json")),
                new AvatarStore(folder.resolve("avatars")),
                () -> TIME,
                new SecureRandom());
        return new PublishWorkflow(
                new Workbench(new TinyEngine(), folder.resolve("publish"), dock),
                author.address(),
                paying,
                cancel,
                LaunchListener.silent());
    }
}
