package dev.slipway.desk.launch.underway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk's wallet signs and any wallet pays: the desk sees the payment only through the server. */
class ElsewhereLaunchTest extends LaunchOnDesk {
    private static final BigInteger PRICE = BigInteger.valueOf(2_000);
    private static final Address ROUTER = new Address("0x" + "0e".repeat(20));

    ElsewhereLaunchTest() throws IOException {}

    @Test
    void whatIsShownIsPaidBySomebodyAndTheWalletHereNeedsNoMoney() {
        server.chain().setBalance(BigInteger.ZERO);
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest request = shown(launch);

        assertThat(request.amount()).isEqualTo(PRICE);
        assertThat(request.link()).as("there is no router").isEmpty();
        assertThat(journals().getFirst().entry().shown()).isEqualTo(request.reference());
        server.chain().payForAnother(request.reference(), PRICE);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);

        assertThat(wallet.allowed()).isEmpty();
        assertThat(server.chain().payments()).isZero();
        launch.save();
        ui.await(() -> launch.kind().get() == LaunchKind.PUBLISHED);
    }

    @Test
    void aWalletReadsTheWholePaymentWhereThereIsARouter() {
        server.chain().deploy(ROUTER, new Address("0x" + "51".repeat(20)));
        server.offerRouter(ROUTER);
        LaunchModel launch = elsewhere();
        sign(launch);

        PaymentRequest request = shown(launch);
        assertThat(request.link())
                .contains("ethereum:" + ROUTER + "@31337/pay?bytes32=" + request.reference() + "&value=2000");
        server.chain().payForAnother(request.reference(), PRICE);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
    }

    @Test
    void nothingIsShownOfAContractThatPaysSomebodyElse() {
        server.chain().deploy(ROUTER, new Address("0x" + "66".repeat(20)));
        server.offerRouter(ROUTER);
        LaunchModel launch = elsewhere();
        sign(launch);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);

        assertThat(launch.problem().orElseThrow().code()).isEqualTo(ProblemCode.TERMS_MISMATCH);
        assertThat(launch.problem().orElseThrow().message()).contains(ROUTER.hex());
        assertThat(journals().getFirst().entry().shown()).isNull();
        assertThat(launch.bound().get()).isFalse();
    }

    @Test
    void ofAPartTheRestIsShown() {
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest whole = shown(launch);
        server.chain().payForAnother(whole.reference(), BigInteger.valueOf(500));
        ui.await(() -> request(launch)
                .filter(request -> request.amount().equals(BigInteger.valueOf(1_500)))
                .isPresent());

        server.chain().payForAnother(whole.reference(), PRICE);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
    }

    @Test
    void whoPaysTooMuchIsTold() {
        LaunchModel launch = elsewhere();
        sign(launch);
        server.chain().payForAnother(shown(launch).reference(), BigInteger.valueOf(2_500));
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);

        Receipt receipt = launch.receipt().orElseThrow();
        assertThat(receipt.surplus()).isEqualTo(BigInteger.valueOf(500));
        assertThat(launch.words().surplus(receipt))
                .hasValueSatisfying(words -> assertThat(words).contains("0.0000000000000005 ETH"));
    }

    /** The program ended while somebody paid; the settings say something else by now. */
    @Test
    void theNextStartFindsThePaymentAndMakesNoOther() {
        LaunchModel first = elsewhere();
        sign(first);
        PaymentRequest request = shown(first);
        first.halt();
        ui.await(() -> first.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(first.bound().get()).as("somebody may have paid").isTrue();
        server.chain().payForAnother(request.reference(), PRICE);

        LaunchModel second = open();
        assertThat(second.settings().payWith().get()).isEqualTo(PayWith.DESK);
        assertThat(second.payWith()).isEqualTo(PayWith.ELSEWHERE);
        assertThat(second.mayChoose()).isFalse();
        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void whoSaysThatNobodyPaysMayPayAnotherWay() {
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest request = shown(launch);
        assertThat(launch.mayWithdraw()).as("while it is shown").isFalse();
        launch.halt();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.mayWithdraw()).isTrue();
        launch.withdraw();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED && launch.mayChoose());
        assertThat(launch.bound().get()).isFalse();

        launch.settings().payWith().set(PayWith.DESK);
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        JournalEntry entry = journals().getFirst().entry();
        assertThat(entry.signing()).isNotNull();
        assertThat(entry.payment()).isNotNull();
        assertThat(server.chain().paidFor(request.reference()))
                .as("what was signed is what is paid for")
                .isEqualTo(PRICE);
    }

    @Test
    void whatTheServerHasSeenCannotBeWithdrawn() {
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest request = shown(launch);
        launch.halt();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        server.chain().payForAnother(request.reference(), BigInteger.ONE);
        launch.withdraw();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED && launch.isFailed());

        assertThat(launch.problem().orElseThrow().code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(launch.bound().get()).isTrue();
        assertThat(launch.payWith()).isEqualTo(PayWith.ELSEWHERE);
    }

    @Test
    void afterTheOfferNobodyIsAskedToPayAndThereIsANewOne() {
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest first = shown(launch);
        time = time.plus(Duration.ofHours(1));
        ui.await(() -> launch.state().get() instanceof LaunchState.Elsewhere(var request, LaunchState.Time left)
                && left == LaunchState.Time.OVER);
        launch.halt();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        time = time.plus(Duration.ofHours(2));

        sign(launch);
        PaymentRequest second = shown(launch);
        assertThat(second.reference()).isNotEqualTo(first.reference());
        server.chain().payForAnother(second.reference(), PRICE);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
    }

    @Test
    void whatCameTooLateIsSaidAndANewOfferIsPaidWhereThatIsWished() {
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest first = shown(launch);
        launch.halt();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        time = time.plus(Duration.ofHours(3));
        server.chain().payForAnother(first.reference(), PRICE);
        for (int twice = 0; twice < 2; twice++) {
            launch.pay();
            ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED && launch.isFailed());
            assertThat(launch.problem().orElseThrow().code()).isEqualTo(ProblemCode.PAYMENT_LATE);
            assertThat(launch.problem().orElseThrow().message())
                    .contains(first.reference().hex())
                    .contains("return it to");
            assertThat(launch.bound().get()).isTrue();
        }
        assertThat(launch.problem().flatMap(launch::payAnew)).isPresent();

        launch.payAnew();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        PaymentRequest second = shown(launch);
        assertThat(second.reference()).isNotEqualTo(first.reference());
        assertThat(second.amount()).isEqualTo(PRICE);
        server.chain().payForAnother(second.reference(), PRICE);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
    }

    @Test
    void aPartThatCameBeforeTheEndIsNotForgotten() {
        LaunchModel launch = elsewhere();
        sign(launch);
        PaymentRequest request = shown(launch);
        server.chain().payForAnother(request.reference(), BigInteger.valueOf(500));
        time = time.plus(Duration.ofHours(3));
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);

        assertThat(launch.problem().orElseThrow().code()).isEqualTo(ProblemCode.PAYMENT_LATE);
        assertThat(launch.problem().orElseThrow().message()).contains("Only 0.0000000000000005 ETH");
    }

    @Test
    void notSigningShowsNothing() {
        LaunchModel launch = elsewhere();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        assertThat(launch.question().orElseThrow().payment()).isNull();
        launch.answer(LaunchModel.Answer.NOT_NOW);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);

        assertThat(launch.bound().get()).isFalse();
        assertThat(request(launch)).isEmpty();
    }

    private LaunchModel elsewhere() {
        LaunchModel launch = open();
        launch.settings().payWith().set(PayWith.ELSEWHERE);
        return launch;
    }

    private void sign(LaunchModel launch) {
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
    }

    private PaymentRequest shown(LaunchModel launch) {
        ui.await(() -> launch.kind().get() == LaunchKind.ELSEWHERE);
        return request(launch).orElseThrow();
    }

    private static Optional<PaymentRequest> request(LaunchModel launch) {
        return launch.state().get() instanceof LaunchState.Elsewhere(PaymentRequest request, LaunchState.Time time)
                ? Optional.of(request)
                : Optional.empty();
    }
}
