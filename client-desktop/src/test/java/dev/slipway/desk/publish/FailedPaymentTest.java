package dev.slipway.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.media.run.Notice;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment that is in a block and was undone there, as a recipient's contract may do. */
class FailedPaymentTest {
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final SmallServer server;
    private DeskCommand command;

    FailedPaymentTest() throws IOException {
        server = SmallServer.start(() -> time);
    }

    @BeforeEach
    void begin() throws IOException {
        command = new DeskCommand(folder, server, () -> time);
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

    /** The new offer's payment would have another number, and a block might take both. */
    @Test
    void whatStillWaitsIsNotPaidBesideANewOffer() {
        server.chain().holdTransactions();
        CancelSignal cancel = new CancelSignal();
        assertThatThrownBy(() -> command.publish(
                        "Film",
                        LaunchRequest.Replaced.REFUSED,
                        Author.withKey(command.author(), Consent.GIVEN),
                        cancel,
                        stoppingOnceItWaits(cancel)))
                .isInstanceOf(DeskException.class);
        assertThat(server.chain().payments()).isEqualTo(1);
        time = time.plus(Duration.ofHours(3));
        for (LaunchRequest.Replaced replaced : LaunchRequest.Replaced.values()) {
            assertThatThrownBy(() -> publish(replaced))
                    .isInstanceOfSatisfying(
                            DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.PAYMENT_LATE))
                    .hasMessageContaining("nothing is paid anew");
            assertThat(server.chain().payments()).isEqualTo(1);
        }

        server.chain().mineTransactions();
        assertThatThrownBy(() -> publish(LaunchRequest.Replaced.REFUSED))
                .hasMessageContaining("reached the chain after");
        publish(LaunchRequest.Replaced.PAID_ANEW);
        assertThat(server.chain().payments()).isEqualTo(2);
        assertThat(server.published()).isEqualTo(1);
    }

    private static LaunchListener stoppingOnceItWaits(CancelSignal cancel) {
        return new LaunchListener() {
            @Override
            public void progress(Step step, double fraction, String words) {
                if (step == Step.PAY && words.equals("payment awaiting")) {
                    cancel.cancel();
                }
            }

            @Override
            public void finished(StepReport report) {
                // It is stopped while it waits.
            }

            @Override
            public void notice(Notice notice) {
                // The engine of this test has none.
            }
        };
    }

    private void assertFails(LaunchRequest.Replaced replaced) {
        assertThatThrownBy(() -> publish(replaced))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.PAYMENT_REVERTED));
    }

    private void publish(LaunchRequest.Replaced replaced) {
        command.publish("Film", replaced);
    }
}
