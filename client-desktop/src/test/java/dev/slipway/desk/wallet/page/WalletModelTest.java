package dev.slipway.desk.wallet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.SignerCommand;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.Publishing;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.wallet.Wallets;
import dev.slipway.desk.wallet.funds.ChosenNode;
import dev.slipway.desk.wallet.funds.Funds;
import dev.slipway.desk.wallet.funds.FundsModel;
import dev.slipway.desk.wallet.page.WalletState.Because;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TypedData;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The wallet without a window, with real signer processes. */
class WalletModelTest {
    private static final String PASSWORD = "old boat under the bridge";
    private static final Address OWN = new Address(LightKeystore.ADDRESS);

    @TempDir
    Path folder = Path.of("");

    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final ObjectProperty<Duration> idle = new SimpleObjectProperty<>(Duration.ofMinutes(10));
    private final SimpleStringProperty node = new SimpleStringProperty("");
    private final OkHttpClient http = new OkHttpClient();
    private final Random random = new Random(3);

    @AfterEach
    void end() {
        background.close();
    }

    @Test
    void aNewWalletIsSavedOnlyAfterItsWordsAreGivenBack() throws IOException {
        WalletModel wallet = looked();
        assertThat(wallet.state().get()).isEqualTo(new WalletState.None());
        wallet.create(Secret.of(PASSWORD));
        ui.await(() -> wallet.state().get() instanceof WalletState.WritingDown);
        Backup backup = ((WalletState.WritingDown) wallet.state().get()).backup();
        assertThat(file()).doesNotExist();
        assertThat(wallet.signer()).isEmpty();
        wallet.written();
        assertThat(wallet.confirm(List.of("no", "such", "words"))).isFalse();
        assertThat(file()).doesNotExist();
        assertThat(wallet.confirm(given(backup))).isTrue();
        ui.await(() -> wallet.state().get() instanceof WalletState.Unlocked);

        Address address = wallet.address().orElseThrow();
        assertThat(LocalSigner.fromPhrase(String.join(" ", backup.words())).address())
                .isEqualTo(address);
        assertThat(Wallets.open(file(), PASSWORD).address()).isEqualTo(address);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).doesNotContain(backup.words().getFirst() + " ", PASSWORD);
        wallet.halt();
    }

    @Test
    void eachTimeTheWordsAreShownOthersAreAskedForAndWrongOnesBringThemBack() {
        WalletModel wallet = looked();
        wallet.create(Secret.of(PASSWORD));
        ui.await(() -> wallet.state().get() instanceof WalletState.WritingDown);
        for (int round = 0; round < 5; round++) {
            wallet.written();
            Backup before = ((WalletState.Confirming) wallet.state().get()).backup();
            wallet.showWords();
            WalletState.WritingDown shown =
                    (WalletState.WritingDown) wallet.state().get();
            assertThat(shown.afterWrongOnes()).isFalse();
            assertThat(shown.backup().words()).isEqualTo(before.words());
            assertThat(shown.backup().asked()).hasSize(Backup.ASKED).doesNotContainAnyElementsOf(before.asked());
        }
        wallet.written();
        Backup asked = ((WalletState.Confirming) wallet.state().get()).backup();
        for (int tries = 1; tries < WalletModel.TRIES; tries++) {
            assertThat(wallet.confirm(List.of("no", "such", "words"))).isFalse();
            assertThat(wallet.state().get())
                    .as("the fields stay as they are")
                    .isEqualTo(new WalletState.Confirming(asked));
        }
        assertThat(wallet.confirm(List.of("no", "such", "words"))).isFalse();
        WalletState.WritingDown shown = (WalletState.WritingDown) wallet.state().get();
        assertThat(shown.afterWrongOnes()).isTrue();
        assertThat(shown.backup().asked()).doesNotContainAnyElementsOf(asked.asked());
        assertThat(wallet.confirm(given(asked))).as("not while they are shown").isFalse();
        wallet.written();
        assertThat(wallet.confirm(given(asked)))
                .as("other words than are asked for now")
                .isFalse();
        assertThat(wallet.confirm(given(shown.backup()))).isTrue();
        ui.await(() -> wallet.state().get() instanceof WalletState.Unlocked);
        wallet.halt();
    }

    @Test
    void givingUpANewWalletLeavesNothing() {
        WalletModel wallet = looked();
        wallet.create(Secret.of(PASSWORD));
        ui.await(() -> wallet.state().get() instanceof WalletState.WritingDown);
        wallet.lock();
        ui.await(() -> wallet.state().get() instanceof WalletState.None);

        assertThat(file()).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsOpenSignsAndWhatIsLockedIsGone() throws IOException {
        save(LightKeystore.of(PASSWORD));
        WalletModel wallet = looked();
        assertThat(wallet.state().get()).isEqualTo(new WalletState.Locked(OWN, Because.NOT_OPENED));
        wallet.unlock(Secret.of(PASSWORD));
        ui.await(() -> wallet.state().get() instanceof WalletState.Unlocked);
        TypedData data = Publishing.message(OWN).typedData(Publishing.CHAIN);
        assertThat(wallet.signer().orElseThrow().sign(data))
                .isEqualTo(LocalSigner.fromPrivateKey(LightKeystore.KEY).sign(data));
        ProcessHandle signer = signers().findFirst().orElseThrow();

        wallet.lock();

        assertThat(wallet.state().get()).isEqualTo(new WalletState.Locked(OWN, Because.BY_HAND));
        assertThat(wallet.signer()).isEmpty();
        signer.onExit().join();
    }

    @Test
    void aWrongPasswordIsSaidAndAnotherTryOpens() throws IOException {
        save(LightKeystore.of(PASSWORD));
        WalletModel wallet = looked();
        wallet.unlock(Secret.of("another one"));
        ui.await(() -> wallet.problem().get() != null);
        assertThat(code(wallet)).isEqualTo(ProblemCode.WRONG_PASSWORD);
        assertThat(wallet.state().get()).isEqualTo(new WalletState.Locked(OWN, Because.NOT_OPENED));
        wallet.unlock(Secret.of(PASSWORD));
        assertThat(wallet.problem().get()).isNull();
        ui.await(() -> wallet.state().get() instanceof WalletState.Unlocked);
        wallet.halt();
    }

    @Test
    void damagedAndDearFilesAreToldApart() throws IOException {
        save(LightKeystore.of(PASSWORD).replace("4096", "1073741824"));
        WalletModel dear = looked();
        dear.unlock(Secret.of(PASSWORD));
        ui.await(() -> dear.problem().get() != null);
        assertThat(code(dear)).isEqualTo(ProblemCode.WALLET_COSTLY);

        save("{\"version\":3,\"crypto\":");
        WalletModel damaged = looked();
        assertThat(damaged.state().get()).isEqualTo(new WalletState.Locked(null, Because.NOT_OPENED));
        damaged.unlock(Secret.of(PASSWORD));
        ui.await(() -> damaged.problem().get() != null);
        assertThat(code(damaged)).isEqualTo(ProblemCode.WALLET_INVALID);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aKilledSignerLocksTheWallet() throws IOException {
        WalletModel wallet = unlocked();
        signers().forEach(ProcessHandle::destroyForcibly);
        ui.await(() -> wallet.state().get() instanceof WalletState.Locked);

        assertThat(wallet.state().get()).isEqualTo(new WalletState.Locked(OWN, Because.DIED));
        assertThat(wallet.signer()).isEmpty();
    }

    @Test
    void withoutUseItLocksItself() throws IOException {
        WalletModel wallet = unlocked();
        idle.set(Duration.ofSeconds(1));
        ui.await(() -> wallet.state().get() instanceof WalletState.Locked);

        assertThat(wallet.state().get()).isEqualTo(new WalletState.Locked(OWN, Because.IDLE));
    }

    @Test
    void importingNeverOverwritesAWallet() throws IOException {
        WalletModel wallet = looked();
        save("holds money");
        wallet.importKey(Secret.of(LightKeystore.KEY), Secret.of(PASSWORD));
        ui.await(() -> wallet.problem().get() != null);

        assertThat(code(wallet)).isEqualTo(ProblemCode.CONFLICT);
        assertThat(file()).hasContent("holds money");
        assertThat(wallet.signer()).isEmpty();
    }

    @Test
    void aWalletThatIsPutAsideStaysInItsFolder() throws IOException {
        String keystore = LightKeystore.of(PASSWORD);
        save(keystore);
        Files.writeString(folder.resolve("wallet-2.json"), "an older one");
        WalletModel wallet = looked();
        wallet.putAside();
        ui.await(() -> wallet.state().get() instanceof WalletState.None);

        assertThat(file()).doesNotExist();
        assertThat(folder.resolve("wallet-2.json")).hasContent("an older one");
        assertThat(folder.resolve("wallet-3.json")).hasContent(keystore);
    }

    @Test
    void whatIsTypedWrongIsSaidAndNothingIsSaved() {
        WalletModel wallet = looked();
        wallet.importPhrase(Secret.of("twelve words that are none"), Secret.of(PASSWORD));
        ui.await(() -> wallet.problem().get() != null);

        assertThat(code(wallet)).isEqualTo(ProblemCode.WALLET_INVALID);
        assertThat(new WalletWords(new Texts(Language.ENGLISH))
                        .problem(Objects.requireNonNull(wallet.problem().get())))
                .contains("list: 2, 4, 5.");
        assertThat(new WalletWords(new Texts(Language.RUSSIAN))
                        .problem(Objects.requireNonNull(wallet.problem().get())))
                .contains("места: 2, 4, 5.");
        assertThat(wallet.state().get()).isEqualTo(new WalletState.None());
        assertThat(file()).doesNotExist();
    }

    @Test
    void lockingWhileItOpensEndsIt() throws IOException {
        save(LightKeystore.of(PASSWORD));
        WalletModel wallet = looked();
        wallet.unlock(Secret.of(PASSWORD));
        wallet.lock();
        ui.await(() -> wallet.state().get() instanceof WalletState.Locked);

        assertThat(wallet.problem().get()).isNull();
    }

    @Test
    void theBalanceIsTheNodesAndNotKnowingItIsNotNothing() throws IOException {
        save(LightKeystore.of(PASSWORD));
        WalletModel wallet = looked();
        ui.await(() -> wallet.funds().funds().get() instanceof Funds.NoNode);
        try (SmallServer server = SmallServer.start(InstantSource.system())) {
            server.chain().setBalance(BigInteger.valueOf(77));
            node.set(server.url() + "/rpc");
            wallet.refresh();
            ui.await(() -> wallet.funds().funds().get() instanceof Funds.Known);
            assertThat(wallet.funds().funds().get()).isEqualTo(new Funds.Known(BigInteger.valueOf(77), 31337));
        }
        wallet.refresh();
        ui.await(() -> wallet.funds().funds().get() instanceof Funds.Unknown);
        node.set("not an address");
        wallet.refresh();
        ui.await(() -> wallet.funds().funds().get() instanceof Funds.Unknown unknown
                && unknown.message().contains("not an address"));
    }

    private WalletModel unlocked() throws IOException {
        save(LightKeystore.of(PASSWORD));
        WalletModel wallet = looked();
        wallet.unlock(Secret.of(PASSWORD));
        ui.await(() -> wallet.state().get() instanceof WalletState.Unlocked);
        return wallet;
    }

    private WalletModel looked() {
        WalletModel wallet = new WalletModel(
                new Surroundings(file(), SignerCommand.ofThisProcess(), InstantSource.system(), random),
                idle,
                new FundsModel(
                        new ChosenNode(http, node, Optional::empty),
                        address -> new RpcChain(http, address),
                        background),
                background);
        wallet.look();
        ui.await(() -> !(wallet.state().get() instanceof WalletState.Unknown));
        return wallet;
    }

    private void save(String keystore) throws IOException {
        Files.writeString(file(), keystore);
    }

    private Path file() {
        return folder.resolve("wallet.json");
    }

    private static List<String> given(Backup backup) {
        return backup.asked().stream().map(backup.words()::get).toList();
    }

    private static ProblemCode code(WalletModel wallet) {
        DeskException problem = Objects.requireNonNull(wallet.problem().get());
        return problem.code();
    }

    /** The processes that this test's wallets started. */
    private static Stream<ProcessHandle> signers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> commandLine(child).contains("SignerMain"));
    }

    /** Java itself tells none that is as long as a class path. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            // It ended meanwhile.
            return "";
        }
    }
}
