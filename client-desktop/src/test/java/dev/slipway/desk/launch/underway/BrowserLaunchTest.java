package dev.slipway.desk.launch.underway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.testing.PersonInBrowser;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Paying with a wallet in the browser: the desk's own wallet is not touched, and nothing is paid twice. */
class BrowserLaunchTest extends LaunchOnDesk {
    BrowserLaunchTest() throws IOException {}

    @Test
    void theAccountInTheBrowserSignsAndPaysAndIsTheAuthor() {
        LaunchModel launch = browserLaunch();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);

        assertThat(wallet.allowed()).isEmpty();
        assertThat(server.chain().payments()).isEqualTo(1);
        JournalEntry entry = journals().getFirst().entry();
        assertThat(entry.author()).isEqualTo(person.account());
        assertThat(entry.payment()).isNull();
        assertThat(launch.receipt().orElseThrow().transaction())
                .isEqualTo(entry.transaction().orElseThrow());

        launch.save();
        ui.await(() -> launch.kind().get() == LaunchKind.PUBLISHED);
        assertThat(person.opened()).as("bringing the files needs no wallet").isEqualTo(1);
    }

    /** The wallet paid, and nobody told the page; then the program ended, and nobody goes to the next one's page. */
    @Test
    void aPaymentWhoseAnswerWasLostIsFoundByTheNextStartAndNotMadeAgain() {
        person.leave(PersonInBrowser.End.ANSWER_LOST);
        LaunchModel first = browserLaunch();
        first.pay();
        ui.await(() -> server.chain().payments() == 1);
        first.halt();
        ui.await(() ->
                first.kind().get() == LaunchKind.PAY_STOPPED || first.kind().get() == LaunchKind.PAID);
        assertThat(first.bound().get()).as("it may be paid").isTrue();

        person.leave(PersonInBrowser.End.AT_ONCE);
        LaunchModel second = open();
        assertThat(second.payWith()).as("whatever the settings say").isEqualTo(PayWith.BROWSER);
        assertThat(second.mayChoose()).isFalse();
        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isEqualTo(1);
        assertThat(person.signatures()).isEqualTo(1);
    }

    @Test
    void closingBeforeAnythingIsSignedLeavesAllWaysOpen() {
        person.leave(PersonInBrowser.End.AT_ONCE);
        LaunchModel launch = browserLaunch();
        launch.pay();
        ui.await(() -> launch.state().get() instanceof LaunchState.InBrowser(BrowserStage stage)
                && stage == BrowserStage.CONNECTING);
        assertThat(launch.newLink()).isPresent();
        launch.halt();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem()).isEmpty();
        assertThat(launch.newLink()).isEmpty();
        assertThat(launch.bound().get()).isFalse();

        launch.settings().payWith().set(PayWith.DESK);
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    /** Agreed with the desk's wallet, which then was not paid from. */
    @Test
    void anOfferForOneWalletIsNotSignedByAnother() {
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.NOT_NOW);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);

        launch.settings().payWith().set(PayWith.BROWSER);
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        assertThat(journals().getFirst().entry().author()).isEqualTo(person.account());
    }

    /** The setting changed between two starts; the journal knows better. */
    @Test
    void whatTheDesksWalletSignedIsNotPaidOnceMoreInTheBrowser() {
        server.chain().loseTransactions();
        LaunchModel first = open();
        first.pay();
        ui.await(() -> first.kind().get() == LaunchKind.ASKING);
        first.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> first.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(first.problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CHAIN_UNAVAILABLE));

        server.chain().keepTransactions();
        LaunchModel second = browserLaunch();
        assertThat(second.payWith()).isEqualTo(PayWith.DESK);
        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.PAID);
        assertThat(person.opened()).isZero();
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    private LaunchModel browserLaunch() {
        LaunchModel launch = open();
        launch.settings().payWith().set(PayWith.BROWSER);
        return launch;
    }
}
