package dev.slipway.desk.window;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.LatestWins;
import dev.slipway.desk.background.Saving;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.underway.Browsing;
import dev.slipway.desk.launch.underway.LaunchSettings;
import dev.slipway.desk.launch.underway.Launches;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.profile.Authorship;
import dev.slipway.desk.profile.AvatarModel;
import dev.slipway.desk.profile.ProfileModel;
import dev.slipway.desk.publication.Workplace;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.settings.AutoLock;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.settings.SettingsModel;
import dev.slipway.desk.signer.SignerCommand;
import dev.slipway.desk.store.Rows;
import dev.slipway.desk.system.DesktopBrowser;
import dev.slipway.desk.system.Notifier;
import dev.slipway.desk.system.OperatingSystem;
import dev.slipway.desk.system.StayAwake;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.wallet.funds.ChosenNode;
import dev.slipway.desk.wallet.funds.FundsModel;
import dev.slipway.desk.wallet.page.Surroundings;
import dev.slipway.desk.wallet.page.WalletModel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import okhttp3.OkHttpClient;

/** The window from its opening to its closing. */
public final class DeskWindow {
    private static final String BOUNDS = "window";
    /** On the chain, for a payment that was asked for in the browser. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final WindowParts parts;
    private final Background background = new Background(Platform::runLater);

    public DeskWindow(WindowParts parts) {
        this.parts = parts;
    }

    /**
     * Opens it and blocks until it is closed and everything is written. Once in a process.
     *
     * @param shown is called when a person can see it
     * @throws DeskException where there is no screen, or what was typed last could not be kept
     */
    public void run(Runnable shown) {
        Settings settings = new Settings(parts.database());
        Map<String, String> kept = settings.all();
        Drafts drafts = new Drafts(parts.database());
        Rows<Draft> before = drafts.rows();
        Rows<Begun> launched = parts.dock().journals().rows();
        StayAwake awake = new StayAwake(OperatingSystem.ofThisMachine(), "A video is being prepared or published");
        try (awake;
                background) {
            Toolkit.runUntilClosed(closed -> {
                DeskModel model = model(settings, kept, drafts, before, launched);
                MainStage stage = new MainStage(model, bounds(settings, kept), () -> {
                    model.library().pauseAll();
                    model.wallet().halt();
                    closed.run();
                });
                stage.show();
                lookOn(model, stage, awake);
                model.wallet().look();
                model.library().add(parts.files());
                // Not by closing the window: while the process ends, JavaFX runs nothing more.
                parts.cancel().onCancel(model.library()::halt);
                parts.cancel().onCancel(model.wallet()::halt);
                parts.cancel().onCancel(closed);
                background.run(() -> listen(stage, model.library()));
                stage.whenPainted(shown);
            });
            parts.instance().close();
        }
        background.unkept().current().ifPresent(DeskWindow::lost);
    }

    private static void lost(DeskException problem) {
        throw new DeskException(
                problem.code(), "What was typed or chosen last could not be kept. " + problem.getMessage(), problem);
    }

    /** For whoever has turned to something else: told of outcomes, and the machine kept awake. */
    private void lookOn(DeskModel model, MainStage stage, StayAwake awake) {
        Notifier notifier = new Notifier(OperatingSystem.ofThisMachine());
        Outcomes outcomes = new Outcomes(model.library(), model.texts(), outcome -> {
            if (!stage.isFocused()) {
                background.run(() -> notifier.tell(outcome.title(), outcome.words()));
            }
        });
        LatestWins<Boolean> waking = new LatestWins<>(background, working -> {
            if (working) {
                awake.begin();
            } else {
                awake.end();
            }
        });
        outcomes.working().subscribe(waking::offer);
    }

    private DeskModel model(
            Settings settings, Map<String, String> kept, Drafts drafts, Rows<Draft> before, Rows<Begun> launched) {
        Texts texts = new Texts(Language.of(Locale.getDefault()));
        SettingsModel choices = new SettingsModel(texts, kept, settings, background);
        WalletModel wallet = wallet(choices);
        LaunchSettings publishing = new LaunchSettings(kept, settings, choices.chainNode(), background);
        ProfileModel profile = new ProfileModel(kept, settings, background);
        Launches launches = new Launches(
                parts.dock(),
                publishing,
                new WalletDoor(wallet),
                new Browsing(
                        new DesktopBrowser(OperatingSystem.ofThisMachine()), ZoneId.systemDefault(), BETWEEN_LOOKS),
                launched.readable().stream().collect(Collectors.toMap(Begun::key, Begun::entry)));
        Workplace workplace = new Workplace(
                texts,
                parts.engine(),
                drafts,
                background,
                launches,
                new Authorship(profile, new AvatarModel(profile, parts.dock().avatars(), parts.engine(), background)),
                new HouseModel(publishing.server(), parts.dock().http(), kept, settings, background, parts.clock()),
                parts.home().drafts(),
                parts.clock());
        return new DeskModel(
                choices, new LibraryModel(workplace, before.readable(), unreadable(before, launched)), wallet);
    }

    /** A publication whose words and journal are both unreadable is one. */
    private static int unreadable(Rows<Draft> drafts, Rows<Begun> journals) {
        return Math.toIntExact(Stream.concat(drafts.unreadable().stream(), journals.unreadable().stream())
                .distinct()
                .count());
    }

    private WalletModel wallet(SettingsModel choices) {
        KnownServers known = parts.dock().known();
        OkHttpClient http = parts.dock().http();
        ChosenNode node = new ChosenNode(http, choices.chainNode(), () -> onlyOneHere(known));
        FundsModel funds = new FundsModel(node, address -> new RpcChain(http, address), background);
        Surroundings surroundings = new Surroundings(
                parts.home().wallet(), SignerCommand.ofThisProcess(), parts.clock(), new SecureRandom());
        return new WalletModel(surroundings, choices.autoLock().map(AutoLock::duration), funds, background);
    }

    /** Where several were met, which one publications use is not known. */
    private static Optional<ServerOrigin> onlyOneHere(KnownServers known) {
        List<ServerOrigin> here =
                known.origins().stream().filter(ServerOrigin::isLoopback).toList();
        return here.size() == 1 ? Optional.of(here.getFirst()) : Optional.empty();
    }

    private KeptBounds bounds(Settings settings, Map<String, String> kept) {
        return new KeptBounds(
                WindowBounds.parse(kept.get(BOUNDS)).orElse(WindowBounds.FIRST),
                new Saving<>(background, bounds -> settings.put(BOUNDS, bounds.text())));
    }

    /** A second start brings this window to the front and opens its files here. */
    private void listen(MainStage stage, LibraryModel library) {
        for (Optional<List<Path>> files = parts.instance().next();
                files.isPresent();
                files = parts.instance().next()) {
            List<Path> wanted = files.get();
            Platform.runLater(() -> {
                stage.bringToFront();
                library.add(wanted);
            });
        }
    }
}
