package dev.slipway.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.PayElsewhere;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationStatus;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final SmallServer server = SmallServer.start(() -> TIME);
    private final List<PaymentRequest> shown = new ArrayList<>();
    private DeskCommand command;

    PayElsewhereTest() throws IOException {}

    @BeforeEach
    void begin() throws IOException {
        command = new DeskCommand(folder, server, () -> TIME);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasShownIsNotCalledPaid() {
        showAndStop("Film");

        assertThat(command.journals().getFirst().state()).isEqualTo("shown for payment");
        assertThatThrownBy(() -> command.publish("Other words", LaunchRequest.Replaced.REFUSED))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining("shown to be paid for")
                .hasMessageContaining("--not-paid");
    }

    @Test
    void whoSaysThatNobodyPaidMayChangeTheWords() {
        showAndStop("Film");
        command.publish("Other words", LaunchRequest.Replaced.NOT_PAID);

        assertThat(server.forms()).extracting(PublicationForm::title).containsExactly("Film", "Other words");
        assertThat(server.published()).isEqualTo(1);
        assertThat(server.chain().payments()).isEqualTo(1);
        assertThat(server.chain().paidFor(shown.getFirst().reference())).isZero();
    }

    @Test
    void whatTheServerHasSeenIsNotLetGo() {
        showAndStop("Film");
        server.chain().payForAnother(shown.getFirst().reference(), BigInteger.ONE);

        assertThatThrownBy(() -> command.publish("Other words", LaunchRequest.Replaced.NOT_PAID))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining("has seen a payment");
        assertThat(command.journals().getFirst().state()).isEqualTo("shown for payment");
    }

    /** Half came from a phone; the desk's own wallet pays the other half when it is told to, and once. */
    @Test
    void theRestIsPaidFromHereWhereThatIsWished() {
        showAndStop("Film");
        BigInteger part = BigInteger.valueOf(500);
        server.chain().payForAnother(shown.getFirst().reference(), part);
        assertThatThrownBy(() -> command.publish("Film", LaunchRequest.Replaced.REFUSED))
                .hasMessageContaining("what is missing is paid from this wallet");
        assertThat(server.chain().payments()).isZero();

        command.publish("Film", LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.chain().payments()).isEqualTo(1);
        assertThat(server.chain().paidFor(shown.getFirst().reference())).isEqualTo(PRICE);
        command.publish("Film", LaunchRequest.Replaced.PAID_ANEW);
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
        assertThatThrownBy(() -> command.publish(
                        title,
                        LaunchRequest.Replaced.REFUSED,
                        Author.payingElsewhere(command.author(), Consent.GIVEN, stopping),
                        cancel,
                        LaunchListener.silent()))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(shown).hasSize(1);
    }
}
