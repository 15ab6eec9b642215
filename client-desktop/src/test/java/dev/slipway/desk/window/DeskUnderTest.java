package dev.slipway.desk.window;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.UiThread;
import dev.slipway.desk.browserwallet.SystemBrowser;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.underway.AuthorWallet;
import dev.slipway.desk.launch.underway.Browsing;
import dev.slipway.desk.launch.underway.LaunchSettings;
import dev.slipway.desk.launch.underway.Launches;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.profile.Authorship;
import dev.slipway.desk.profile.AvatarModel;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.profile.ProfileModel;
import dev.slipway.desk.publication.Workplace;
import dev.slipway.desk.settings.AutoLock;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.settings.SettingsModel;
import dev.slipway.desk.signer.SignerCommand;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.store.Rows;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.testing.OpenWallet;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.wallet.funds.ChosenNode;
import dev.slipway.desk.wallet.funds.FundsModel;
import dev.slipway.desk.wallet.page.Surroundings;
import dev.slipway.desk.wallet.page.WalletModel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/** A whole desk in a folder of a test's own; opened again in the same folder it knows what it knew. */
final class DeskUnderTest implements AutoCloseable {
    private final Database database;
    private final Background background;
    private final DeskModel model;
    private final OkHttpClient http = new OkHttpClient();

    /** With a wallet whose key is in the test. */
    DeskUnderTest(Path folder, VideoEngine engine, UiThread ui) {
        this(folder, engine, ui, link -> {});
    }

    /** The same, and a browser of the test's. */
    DeskUnderTest(Path folder, VideoEngine engine, UiThread ui, SystemBrowser browser) {
        this(folder, engine, ui, browser, wallet -> new OpenWallet());
    }

    private DeskUnderTest(
            Path folder,
            VideoEngine engine,
            UiThread ui,
            SystemBrowser browser,
            Function<WalletModel, AuthorWallet> author) {
        database = Database.open(folder.resolve("desk.db"));
        background = new Background(ui);
        Settings settings = new Settings(database);
        Texts texts = new Texts(Language.ENGLISH);
        Drafts drafts = new Drafts(database);
        SettingsModel choices = new SettingsModel(texts, settings.all(), settings, background);
        WalletModel wallet = wallet(folder, choices);
        Journals journals = new Journals(folder.resolve("desk.db"), InstantSource.system());
        AvatarStore avatars = new AvatarStore(folder.resolve("avatars"));
        ProfileModel profile = new ProfileModel(settings.all(), settings, background);
        LaunchSettings publishing = new LaunchSettings(settings.all(), settings, choices.chainNode(), background);
        Launches launches = new Launches(
                new Dock(
                        http,
                        journals,
                        folder,
                        new KnownServers(folder.resolve("known_servers.json")),
                        avatars,
                        InstantSource.system(),
                        new SecureRandom()),
                publishing,
                author.apply(wallet),
                new Browsing(browser, ZoneOffset.UTC, Duration.ofMillis(20)),
                journals.all().stream().collect(Collectors.toMap(Begun::key, Begun::entry)));
        Workplace workplace = new Workplace(
                texts,
                engine,
                drafts,
                background,
                launches,
                new Authorship(profile, new AvatarModel(profile, avatars, engine, background)),
                new HouseModel(publishing.server(), http, settings.all(), settings, background, InstantSource.system()),
                folder.resolve("drafts"),
                InstantSource.system());
        model = new DeskModel(choices, library(workplace, drafts.rows()), wallet);
    }

    private static LibraryModel library(Workplace workplace, Rows<Draft> kept) {
        return new LibraryModel(workplace, kept.readable(), kept.unreadable().size());
    }

    /** With its own wallet, whose key is in a signer process, as the window has it. */
    static DeskUnderTest whole(Path folder, VideoEngine engine, UiThread ui, SystemBrowser browser) {
        return new DeskUnderTest(folder, engine, ui, browser, WalletDoor::new);
    }

    private WalletModel wallet(Path folder, SettingsModel choices) {
        return new WalletModel(
                new Surroundings(
                        folder.resolve("wallet.json"),
                        SignerCommand.ofThisProcess(),
                        InstantSource.system(),
                        new Random(7)),
                choices.autoLock().map(AutoLock::duration),
                new FundsModel(
                        new ChosenNode(http, choices.chainNode(), Optional::empty),
                        node -> new RpcChain(http, node),
                        background),
                background);
    }

    DeskModel model() {
        return model;
    }

    /** As on a disk that is full: what is longer than before does not fit. */
    void fillDisk() {
        pragma("max_page_count = " + pragma("page_count"));
    }

    void makeRoom() {
        pragma("max_page_count = 100000");
    }

    /** As a hand or a disk changes it. */
    void change(String command) {
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(command);
            }
        });
    }

    private int pragma(String command) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("pragma " + command)) {
                return rows.getInt(1);
            }
        });
    }

    Drafts drafts() {
        return new Drafts(database);
    }

    @Override
    public void close() {
        HeadlessWindow.onUi(model.library()::pauseAll);
        model.library()
                .publications()
                .forEach(publication -> publication.video().stop());
        model.wallet().halt();
        background.close();
        database.close();
    }
}
