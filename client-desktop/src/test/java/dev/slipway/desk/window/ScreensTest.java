package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.details.DetailsModel;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import dev.slipway.desk.theme.Appearance;
import dev.slipway.desk.video.VideoState;
import dev.slipway.desk.wallet.funds.Funds;
import dev.slipway.desk.wallet.page.WalletModel;
import dev.slipway.desk.wallet.page.WalletState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page in both languages and both themes, as pictures in target/screens: they are to be looked at. */
class ScreensTest {
    private static final List<Appearance> APPEARANCES = List.of(Appearance.LIGHT, Appearance.DARK);

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyPageIsDrawnInEveryLanguageAndTheme() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            draw(desk, window, "library-empty");
            HeadlessWindow.onUi(() -> desk.model().go(Place.SETTINGS));
            draw(desk, window, "settings");
            HeadlessWindow.onUi(() -> desk.model()
                    .library()
                    .add(List.of(
                            Path.of("/videos/Evening in the old town.mp4"),
                            Path.of("/videos/difficult phone clip.mov"),
                            Path.of("/videos/text.mp4"),
                            Path.of("/videos/endless.mkv"))));
            HeadlessWindow.await(
                    "the videos are looked into",
                    () -> desk.model().library().publications().stream()
                            .allMatch(publication -> isSettled(publication)));
            HeadlessWindow.onUi(() -> desk.model().go(Place.LIBRARY));
            HeadlessWindow.onUi(() -> describe(desk));
            draw(desk, window, "library");
            HeadlessWindow.onUi(() -> desk.model().library().search().set("nothing like it"));
            draw(desk, window, "library-nothing-found");
            HeadlessWindow.onUi(() -> desk.model().library().search().set(""));
            for (PublicationModel publication : desk.model().library().publications()) {
                HeadlessWindow.onUi(() -> desk.model().library().show(publication));
                for (Section section : worthDrawing(publication)) {
                    HeadlessWindow.onUi(() -> publication.section().set(section));
                    draw(
                            desk,
                            window,
                            section + "-"
                                    + publication
                                            .video()
                                            .source()
                                            .getFileName()
                                            .toString()
                                            .split("[. ]")[0]);
                }
            }
        }
    }

    private static void describe(DeskUnderTest desk) {
        List<PublicationModel> publications = desk.model().library().publications();
        DetailsModel good = publications.getLast().details();
        good.title().set("Evening in the old town");
        good.description().set("A walk from the market square down to the river, filmed by hand in late September.");
        good.addHashtags("city evening walk вечер");
        DetailsModel wrong = publications.get(2).details();
        wrong.title().set("A very long title ".repeat(8));
    }

    /** Running, protected and finished: what only shows while or after something is made. */
    @Test
    void makingIsDrawnInEveryLanguageAndTheme() {
        HeadlessWindow.start();
        MakingEngine engine = new MakingEngine();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.await("it is known", () -> isSettled(publication));
            HeadlessWindow.onUi(() -> {
                publication.section().set(Section.PREPARE);
                publication.prepare().wishes().protect().set(true);
                publication.prepare().wishes().aimed().set(true);
            });
            HeadlessWindow.await(
                    "it is foretold",
                    () -> !publication.prepare().words().forecastRows().isEmpty());
            draw(desk, window, "prepare-protected");
            HeadlessWindow.onUi(() -> publication.prepare().start());
            HeadlessWindow.await(
                    "it is under way", () -> publication.prepare().fraction().get() > 0);
            draw(desk, window, "prepare-running");
            engine.finish();
            HeadlessWindow.await(
                    "it is made", () -> publication.prepare().finished().isPresent());
            draw(desk, window, "prepare-done");
        }
    }

    /** From no wallet to an open one, with what can go wrong between. */
    @Test
    void theWalletIsDrawnInEveryLanguageAndTheme() throws IOException {
        HeadlessWindow.start();
        try (SmallServer server = SmallServer.start(InstantSource.system());
                DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            WalletModel wallet = desk.model().wallet();
            HeadlessWindow.onUi(() -> {
                wallet.look();
                desk.model().go(Place.WALLET);
            });
            HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
            for (int way = 0; way < 4; way++) {
                int chosen = way;
                HeadlessWindow.onUi(
                        () -> ((ToggleButton) window.scene().getRoot().lookupAll(".segments .toggle-button").stream()
                                        .skip(chosen)
                                        .findFirst()
                                        .orElseThrow())
                                .fire());
                if (way == 0) {
                    type(window, "#wallet-password", "password password");
                    type(window, "#wallet-password-again", "another");
                }
                draw(desk, window, "wallet-none-" + way);
            }
            HeadlessWindow.onUi(() -> wallet.importKey(Secret.of("no key"), Secret.of("old boat under the bridge")));
            HeadlessWindow.await("it is refused", () -> wallet.problem().get() != null);
            draw(desk, window, "wallet-refused");
            HeadlessWindow.onUi(() -> wallet.create(Secret.of("old boat under the bridge")));
            draw(desk, window, "wallet-working");
            HeadlessWindow.await("the words", () -> wallet.state().get() instanceof WalletState.WritingDown);
            draw(desk, window, "wallet-words");
            HeadlessWindow.onUi(wallet::written);
            HeadlessWindow.onUi(() -> ((Button) window.scene().lookup("#wallet-save")).fire());
            draw(desk, window, "wallet-questions");
            HeadlessWindow.onUi(wallet::lock);
            HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
            HeadlessWindow.onUi(
                    () -> wallet.importKey(Secret.of(LightKeystore.KEY), Secret.of("old boat under the bridge")));
            HeadlessWindow.await(
                    "no node",
                    () -> wallet.state().get() instanceof WalletState.Unlocked
                            && wallet.funds().funds().get() instanceof Funds.NoNode);
            draw(desk, window, "wallet-open-no-node");
            HeadlessWindow.onUi(() -> {
                server.chain().setBalance(new BigInteger("4207123456789012345"));
                desk.model().settings().chainNode().set(server.url() + "/rpc");
                wallet.refresh();
            });
            HeadlessWindow.await("the balance", () -> wallet.funds().funds().get() instanceof Funds.Known);
            draw(desk, window, "wallet-open");
            HeadlessWindow.onUi(wallet::lock);
            HeadlessWindow.await("the balance", () -> wallet.funds().funds().get() instanceof Funds.Known);
            draw(desk, window, "wallet-locked");
            HeadlessWindow.onUi(() -> desk.model().go(Place.SETTINGS));
            draw(desk, window, "settings-wallet");
        }
    }

    private static void type(HeadlessWindow window, String id, String text) {
        HeadlessWindow.onUi(
                () -> ((TextInputControl) Objects.requireNonNull(window.scene().lookup(id))).setText(text));
    }

    /** Words are drawn where there are some; making is drawn by itself. */
    private static List<Section> worthDrawing(PublicationModel publication) {
        return publication.details().isEmpty() ? List.of(Section.VIDEO) : List.of(Section.VIDEO, Section.DETAILS);
    }

    private static boolean isSettled(PublicationModel publication) {
        return switch (publication.video().state().get()) {
            case VideoState.Looking looking -> looking.fraction() > 0;
            case VideoState.Known known -> publication.video().picture().get() != null;
            case VideoState.Stopped stopped -> false;
            case VideoState.Refused refused -> true;
        };
    }

    private static void draw(DeskUnderTest desk, HeadlessWindow window, String name) {
        for (Language language : Language.values()) {
            for (Appearance appearance : APPEARANCES) {
                HeadlessWindow.onUi(() -> {
                    desk.model().texts().language().set(language);
                    desk.model().settings().appearance().set(appearance);
                });
                String file = String.join("-", name, language.locale().getLanguage(), appearance.name());
                assertThat(ScreenShot.save(window.scene().getRoot(), file.toLowerCase(Locale.ROOT)))
                        .isNotEmptyFile();
            }
        }
    }
}
