package dev.slipway.desk.launch.underway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.testing.CheckFees;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A launch from the window against a server and a chain in the test. */
class LaunchModelTest extends LaunchOnDesk {
    LaunchModelTest() throws IOException {}

    @Test
    void whatIsSignedAndPaidIsShownInFullBeforeAnythingIsSigned() {
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);

        Question question = launch.question().orElseThrow();
        assertThat(journals())
                .allSatisfy(begun -> assertThat(begun.entry().signing()).isNull());
        assertThat(server.chain().payments()).isZero();
        assertThat(launch.words().bill(question))
                .extracting(LaunchWords.Row::value)
                .contains(
                        ChecksumAddress.of(question.terms().recipient()),
                        "0.000000000000002 ETH",
                        "31337",
                        question.reference().hex());
        assertThat(launch.words().message(question))
                .extracting(LaunchWords.Row::value)
                .contains(server.url(), question.message().manifestHash().hex());
    }

    @Test
    void whatIsKeptAfterARefusalIsShownBeforeAnythingIsSigned() {
        server.offer(terms -> CheckFees.on(terms, "1500"));
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        assertThat(launch.words().bill(launch.question().orElseThrow()))
                .contains(new LaunchWords.Row(
                        "Check fee", "of which 0.0000000000000015 ETH are kept if the moderators refuse"));
    }

    @Test
    void notNowSignsNothingAndMayBeTriedAgain() {
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.NOT_NOW);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem()).isEmpty();
        assertThat(wallet.allowed()).isEmpty();
        assertThat(server.chain().payments()).isZero();
        assertThat(launch.bound().get()).isFalse();

        agreeAndPay(launch);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    @Test
    void afterThePaymentIsSeenSaveBringsTheFilesAndGivesTheLink() {
        LaunchModel launch = open();
        agreeAndPay(launch);
        assertThat(launch.bound().get()).isTrue();
        assertThat(server.published()).isZero();

        launch.save();
        ui.await(() -> launch.kind().get() == LaunchKind.PUBLISHED);
        assertThat(server.published()).isEqualTo(1);
        assertThat(launch.watchUrl())
                .hasValueSatisfying(link -> assertThat(link).startsWith(server.url() + "/watch/"));
        assertThat(wallet.allowed())
                .isNotEmpty()
                .allSatisfy(allowed -> assertThat(allowed.value()).isEqualTo(2_000));
    }

    /** The same desk, opened again: as after a kill. */
    @Test
    void anotherStartGoesOnWhereTheLastOneWasAndPaysOnce() {
        LaunchModel first = open();
        agreeAndPay(first);
        LaunchModel second = open();
        assertThat(second.kind().get()).isEqualTo(LaunchKind.PAY_STOPPED);
        assertThat(second.bound().get()).isTrue();

        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.PAID);
        second.save();
        ui.await(() -> second.kind().get() == LaunchKind.PUBLISHED);
        assertThat(server.chain().payments()).isEqualTo(1);
        assertThat(open().watchUrl()).isEqualTo(second.watchUrl());
    }

    /** Another film's server is typed into the same field. */
    @Test
    void aPaidPublicationGoesToTheServerThatWasPaid() {
        LaunchModel launch = open();
        agreeAndPay(launch);
        launch.settings().server().set("https://another.example");
        launch.save();
        ui.await(() -> launch.kind().get() == LaunchKind.PUBLISHED);

        LaunchModel again = open();
        again.settings().server().set("typed halfw");
        again.pay();
        ui.await(() -> again.kind().get() == LaunchKind.PUBLISHED);
        assertThat(server.published()).isEqualTo(1);
    }

    @Test
    void whatIsBeingPaidForIsHeldAndGivenBackWhenNothingWasSigned() {
        LaunchModel launch = open();
        launch.pay();
        assertThat(launch.bound().get()).as("from the press on").isTrue();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        assertThat(launch.bound().get()).isTrue();
        launch.answer(LaunchModel.Answer.NOT_NOW);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.bound().get()).isFalse();
    }

    /** The node took nothing, but what was signed may yet be sent: its files are needed. */
    @Test
    void aPaymentThatWasSignedAndNotTakenHoldsWhatItIsFor() {
        server.chain().loseTransactions();
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem()).isPresent();
        assertThat(launch.bound().get()).isTrue();
    }

    /** Another transaction of the wallet has its number; nothing is paid anew before a person has said so. */
    @Test
    void aPaymentWhosePlaceWasTakenIsMadeAnewWhereThatIsWished() {
        server.chain().loseTransactions();
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem().flatMap(launch::payAnew).isPresent())
                .as("the node merely did not take it")
                .isFalse();
        server.chain().keepTransactions();
        server.chain().spendNonce();

        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem().orElseThrow().code()).isEqualTo(ProblemCode.PAYMENT_REPLACED);
        assertThat(launch.problem().flatMap(launch::payAnew).isPresent()).isTrue();
        assertThat(server.chain().payments()).isZero();

        launch.payAnew();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    @Test
    void beforeThePaymentAnotherServerMayBeChosen() throws IOException {
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.NOT_NOW);
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        rewriteAudience("https://another.example");

        agreeAndPay(launch);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    @Test
    void aNodeThatIsNoAddressIsSaidAtOnce() {
        LaunchModel launch = open();
        launch.settings().node().set("ftp://node.example");
        launch.pay();
        assertThat(launch.kind().get()).isEqualTo(LaunchKind.PAY_STOPPED);
        assertThat(launch.problem())
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains("ftp://node.example"));
    }

    /** As if the offer that was not signed had been another server's. */
    private void rewriteAudience(String origin) throws IOException {
        try (Journal journal =
                new Journals(database(), () -> time).open(KEY, folder.resolve(KEY), form.orElseThrow())) {
            journal.change(entry -> entry.withDraft(
                    Objects.requireNonNull(entry.draft()).replace(server.url(), origin),
                    Objects.requireNonNull(entry.author())));
        }
    }

    @Test
    void anEmptyWalletIsToldBeforeAnythingIsSigned() {
        server.chain().setBalance(BigInteger.ONE);
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(launch.problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INSUFFICIENT_FUNDS));
        assertThat(journals())
                .allSatisfy(begun -> assertThat(begun.entry().signing()).isNull());
    }

    @Test
    void aServerThatIsNoAddressIsSaidAtOnce() {
        LaunchModel launch = open();
        launch.settings().server().set("not a server");
        launch.pay();
        assertThat(launch.kind().get()).isEqualTo(LaunchKind.PAY_STOPPED);
        assertThat(launch.problem())
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains("not a server"));
    }

    @Test
    void stoppedWhileItIsAskedNothingIsSigned() {
        LaunchModel launch = open();
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.halt();
        ui.await(() -> launch.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void otherFilesAreNotLaunchedForTheSamePayment() throws IOException {
        agreeAndPay(open());
        Path manifest = folder.resolve(KEY).resolve("files").resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"bitrate\":100000", "\"bitrate\":100001"));
        LaunchModel second = open();
        second.pay();
        ui.await(() -> second.kind().get() == LaunchKind.PAY_STOPPED);
        assertThat(second.problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    /** The profile is one for all publications, and may be typed anew while one is on its way. */
    @Test
    void whatWasPaidForIsLaunchedThoughOtherWordsAreTypedSince() throws IOException {
        AvatarStore avatars = new AvatarStore(folder.resolve("avatars"));
        Avatar avatar = avatars.keep(Files.writeString(folder.resolve("me.webp"), "a picture"));
        PublicationForm signed =
                new PublicationForm("Film", null, List.of(), new Profile("Maria", null, null, false, avatar));
        form = Optional.of(signed);
        LaunchModel first = open();
        agreeAndPay(first);

        form = Optional.empty();
        first.save();
        ui.await(() -> first.kind().get() == LaunchKind.PUBLISHED);
        assertThat(server.forms()).containsExactly(signed);

        form = Optional.of(new PublicationForm("Film", null, List.of(), Profile.INCOGNITO));
        LaunchModel second = open();
        assertThat(second.kind().get()).isEqualTo(LaunchKind.PUBLISHED);
    }

    private void agreeAndPay(LaunchModel launch) {
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
    }
}
