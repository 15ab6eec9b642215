package dev.slipway.desk.launch.underway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Preparation;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.OpenWallet;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launch from the window against a server and a chain in the test. */
class LaunchModelTest {
    private static final String KEY = "publication";

    @TempDir
    Path folder = Path.of("");

    private final Instant time = Instant.parse("2026-01-01T00:00:00Z");
    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final OpenWallet wallet = new OpenWallet();
    private final SmallServer server = SmallServer.start(() -> time);
    private Preparation.Finished files = new Preparation.Finished(0, 0, 0, List.of());
    private final List<LaunchModel> opened = new ArrayList<>();
    private final PublicationForm form = new PublicationForm("Film", null, List.of());

    LaunchModelTest() throws IOException {}

    @BeforeEach
    void prepare() throws IOException {
        Path source = Files.writeString(folder.resolve("film.mp4"), "a film");
        Prepared prepared = new TinyEngine()
                .prepare(
                        new PrepareJob(
                                source,
                                folder.resolve(KEY).resolve("files"),
                                PrepareOptions.DEFAULT,
                                PrepareJob.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new CancelSignal());
        files = new Preparation.Finished(prepared.inputBytes(), prepared.outputBytes(), 1, List.of());
    }

    @AfterEach
    void stop() {
        opened.forEach(LaunchModel::halt);
        background.close();
        server.close();
    }

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
                        question.terms().recipient().hex(),
                        "0.000000000000002 ETH",
                        "31337",
                        question.reference().hex());
        assertThat(launch.words().message(question))
                .extracting(LaunchWords.Row::value)
                .contains(server.url(), question.message().manifestHash().hex());
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
        try (Journal journal = new Journals(database(), () -> time).open(KEY, folder.resolve(KEY), form)) {
            journal.change(entry ->
                    entry.withDraft(Objects.requireNonNull(entry.draft()).replace(server.url(), origin)));
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

    private void agreeAndPay(LaunchModel launch) {
        launch.pay();
        ui.await(() -> launch.kind().get() == LaunchKind.ASKING);
        launch.answer(LaunchModel.Answer.AGREED);
        ui.await(() -> launch.kind().get() == LaunchKind.PAID);
    }

    private List<Begun> journals() {
        return new Journals(database(), () -> time).all();
    }

    private Path database() {
        return folder.resolve("desk.db");
    }

    private LaunchModel open() {
        Dock dock = new Dock(
                new OkHttpClient(),
                new Journals(database(), () -> time),
                folder,
                new KnownServers(folder.resolve("known_servers.json")),
                () -> time,
                new SecureRandom());
        LaunchSettings settings = new LaunchSettings(
                Map.of("launch.server", server.url()),
                new Settings(Database.open(database())),
                new SimpleStringProperty(""),
                background);
        Map<String, JournalEntry> kept = journals().stream().collect(Collectors.toMap(Begun::key, Begun::entry));
        LaunchModel launch = new LaunchModel(
                KEY,
                folder.resolve(KEY),
                new LaunchModel.Cargo(() -> Optional.of(files), () -> Optional.of(form)),
                new Texts(Language.ENGLISH),
                new Launches(dock, settings, wallet, kept),
                background);
        opened.add(launch);
        return launch;
    }
}
