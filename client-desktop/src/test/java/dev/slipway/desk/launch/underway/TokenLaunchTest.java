package dev.slipway.desk.launch.underway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.testing.PersonInBrowser;
import dev.slipway.desk.testing.SmallToken;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Launches from the window for a price in a token that takes no permits. */
class TokenLaunchTest extends LaunchOnDesk {
    private static final String LIMIT = "200@" + SmallToken.CONTRACT;

    TokenLaunchTest() throws IOException {}

    @BeforeEach
    void askForATokenNow() {
        server.chain().deploy(SmallToken.ROUTER, new Address("0x" + "51".repeat(20)));
        server.offer(SmallToken::on);
    }

    @Test
    void theBillNamesTokenAndContractsAndIsPaidInTwoTransactions() {
        LaunchModel launch = paying(PayWith.DESK);
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        assertThat(launch.words().bill(launch.question().orElseThrow()))
                .contains(
                        new LaunchWords.Row("Amount", "200 OLD"),
                        new LaunchWords.Row("Token contract", ChecksumAddress.of(SmallToken.CONTRACT)),
                        new LaunchWords.Row("Payment contract", ChecksumAddress.of(SmallToken.ROUTER)))
                .noneMatch(row -> row.value().startsWith("0.000000000000002 ETH"));
        assertThat(server.chain().payments()).as("before it is agreed to").isZero();

        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).as("an allowance and a payment").isEqualTo(2);
        assertThat(wallet.allowed())
                .isNotEmpty()
                .allSatisfy(allowed -> assertThat(allowed.value()).isEqualTo(2_000));
        launch.save();
        ui.await(() -> launch.kind().get() == LaunchKind.PUBLISHED);
    }

    @Test
    void whatIsAllowedBeforeTheProgramEndsIsNotAllowedAgain() {
        server.chain().holdTransactions();
        LaunchModel first = paying(PayWith.DESK);
        first.pay();
        ui.await(() -> first.kind().get() == LaunchKind.ASKING);
        first.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> server.chain().payments() == 1);
        first.halt();
        ui.await(() -> first.kind().get() == LaunchKind.PAY_STOPPED);
        JournalEntry entry = journals().getFirst().entry();
        assertThat(entry.allowance()).isNotNull();
        assertThat(entry.payment()).isNull();
        assertThat(first.bound().get()).as("nothing is paid by it").isFalse();
        server.chain().mineTransactions();

        LaunchModel second = paying(PayWith.DESK);
        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.ASKING);
        second.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> second.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isEqualTo(2);
    }

    @Test
    void aLimitInCoinRefusesItAndSaysWhatToType() {
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem().orElseThrow().code()).isEqualTo(ProblemCode.TERMS_MISMATCH);
        assertThat(launch.problem().orElseThrow().message()).contains("200 OLD", LIMIT);
        assertThat(launch.bound().get()).isFalse();
    }

    @Test
    void anotherWalletIsShownBothCalls() {
        LaunchModel launch = paying(PayWith.ELSEWHERE);
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.ELSEWHERE);
        PaymentRequest request = ((LaunchState.Elsewhere) launch.state().get()).request();

        assertThat(request.link()).as("it takes two").isEmpty();
        assertThat(request.calls())
                .extracting(PaymentRequest.Call::to)
                .containsExactly(SmallToken.CONTRACT, SmallToken.ROUTER);
        assertThat(request.calls().getFirst().data())
                .isEqualTo(TokenContract.approveCall(SmallToken.ROUTER, BigInteger.valueOf(2_000)));
        assertThat(launch.words().request(request))
                .extracting(field -> field.value())
                .contains("200", ChecksumAddress.of(SmallToken.CONTRACT));
        server.chain().payForAnother(request.reference(), BigInteger.valueOf(2_000));
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void aWalletInTheBrowserAllowsAndThenPays() {
        LaunchModel launch = paying(PayWith.BROWSER);
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isEqualTo(2);
        JournalEntry entry = journals().getFirst().entry();
        assertThat(Objects.requireNonNull(entry.asked()).hash()).isNotNull();
        assertThat(entry.askedAllowance()).isNotNull();
    }

    /** The wallet allowed it, and nobody told the page; then the program ended. */
    @Test
    void whatABrowsersWalletAllowedIsNotAskedForAgain() {
        person.leave(PersonInBrowser.End.ANSWER_LOST);
        LaunchModel first = paying(PayWith.BROWSER);
        first.pay();
        ui.await(() -> server.chain().payments() == 1);
        first.halt();
        ui.await(() -> first.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(first.bound().get()).as("an allowance pays nothing").isFalse();

        person.leave(PersonInBrowser.End.PAID);
        LaunchModel second = paying(PayWith.BROWSER);
        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isEqualTo(2);
        assertThat(person.signatures()).as("of the agreement").isEqualTo(1);
    }

    private LaunchModel paying(PayWith with) {
        LaunchModel launch = open();
        launch.settings().most().set(LIMIT);
        launch.settings().payWith().set(with);
        return launch;
    }
}
