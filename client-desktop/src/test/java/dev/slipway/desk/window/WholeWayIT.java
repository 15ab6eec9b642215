package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.browserwallet.SystemBrowser;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.prepare.EngineLog;
import dev.slipway.desk.prepare.WorkerEngine;
import dev.slipway.desk.profile.AvatarModel;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.story.Shipyard;
import dev.slipway.desk.testing.Checkout;
import dev.slipway.desk.testing.PersonInBrowser;
import dev.slipway.desk.testing.screen.FileDrop;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import dev.slipway.desk.wallet.page.WalletState;
import dev.slipway.media.MediaEngine;
import dev.slipway.media.run.Cancellation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way through the window: a file is dropped, described, prepared, paid for and launched, with the real engine,
 * a real server and a real chain node; then the program is started again.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WholeWayIT {
    private static final String STREET = "../shared/media/street-768x432-h264-aac-30s.mp4";
    private static final String PASSWORD = "correct horse battery staple";
    /** The second account of every development chain. */
    private static final String PERSONS_KEY = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

    private Shipyard shipyard;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        shipyard = Shipyard.open(folder);
    }

    @AfterAll
    void close() throws InterruptedException {
        shipyard.close();
    }

    @Test
    void theStreetClipIsPublishedWithTheDesksWallet(@TempDir Path home) throws IOException, InterruptedException {
        Files.copy(shipyard.wallet(), home.resolve("wallet.json"));
        BigInteger before = shipyard.paid();
        String link = inAWindow(home, street(), opened -> {}, (window, desk, publication) -> {
            lookAtIt(window, publication);
            describeTheAuthor(window, publication, home);
            HeadlessWindow.onUi(() -> {
                desk.model().wallet().look();
                desk.model().go(Place.WALLET);
            });
            Person.types(window, "#wallet-unlock-password", PASSWORD);
            Person.presses(window, "#wallet-unlock");
            HeadlessWindow.await(
                    "the wallet is open", () -> desk.model().wallet().state().get() instanceof WalletState.Unlocked);
            HeadlessWindow.onUi(() -> {
                desk.model().library().show(publication);
                publication.section().set(Section.PAY);
            });
            pressPay(window, publication);
            awaitKind(publication, LaunchKind.ASKING);
            ScreenShot.save(window.scene().getRoot(), "whole-way-asking");
            Person.presses(window, "#pay-agree");
        });
        assertThat(shipyard.paid().subtract(before)).isEqualTo(Shipyard.PRICE);
        assertThat(page(link)).contains("Maria Petrova").contains("https://example.com/maria");
        assertThat(status(link.replace("/watch/", "/media/authors/") + "/avatar"))
                .isEqualTo(200);
        goesOnAsPublished(home, link);
    }

    @Test
    void aShortFilmIsPublishedWithAWalletInTheBrowser(@TempDir Path home) throws Exception {
        BigInteger before = shipyard.paid();
        try (PersonInBrowser person =
                new PersonInBrowser(PERSONS_KEY, shipyard.chain().rpc())) {
            Path film = MediaEngine.standard().sample(home.resolve("film.mp4"), 2, new Cancellation());
            String link = inAWindow(home, film, person, (window, desk, publication) -> {
                HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
                Person.presses(window, "#incognito");
                HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
                HeadlessWindow.onUi(() -> Person.sees(window, "#pay-with-browser", RadioButton.class)
                        .fire());
                pressPay(window, publication);
            });
            assertThat(shipyard.paid().subtract(before)).isEqualTo(Shipyard.PRICE);
            assertThat(page(link))
                    .as("nothing of the author is shown")
                    .doesNotContainIgnoringCase(person.account().hex().substring(2, 8));
            assertThat(status(link.replace("/watch/", "/media/authors/") + "/avatar"))
                    .isEqualTo(404);
            assertThat(new Journals(home.resolve("desk.db"), InstantSource.system()).all())
                    .extracting(begun -> begun.entry().author())
                    .containsExactly(person.account());
            goesOnAsPublished(home, link);
        }
    }

    /** In the player, where good posters are on offer, and side by side. */
    private static void lookAtIt(HeadlessWindow window, PublicationModel publication) {
        HeadlessWindow.onUi(() -> publication.section().set(Section.VIDEO));
        HeadlessWindow.await("posters are on offer", () -> window.first(".poster-offer") instanceof ButtonBase);
        HeadlessWindow.onUi(
                () -> Person.sees(window, ".poster-offer", ButtonBase.class).fire());
        HeadlessWindow.await(
                "its picture is shown", () -> publication.player().picture().get() != null);
        ScreenShot.save(window.scene().getRoot(), "whole-way-video");
        HeadlessWindow.onUi(() -> {
            publication.section().set(Section.PREPARE);
            publication.prepare().wishes().protect().set(true);
        });
        Person.presses(window, "#compare-start");
        HeadlessWindow.await(
                "three pictures lie side by side",
                Shipyard.PUBLISH,
                () -> window.all(".loupe").size() == 3);
        ScreenShot.save(
                HeadlessWindow.onUiThread(() -> Person.sees(window, ".publication-section", Parent.class)),
                "whole-way-compared");
        HeadlessWindow.onUi(() -> publication.prepare().wishes().protect().set(false));
    }

    /** With a photograph that the engine makes an avatar of. */
    private static void describeTheAuthor(HeadlessWindow window, PublicationModel publication, Path home)
            throws IOException {
        Path photograph = home.resolve("me.png");
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", photograph.toFile());
        HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
        Person.types(window, "#profile-name", "Maria Petrova");
        Person.types(window, "#profile-url", "https://example.com/maria");
        AvatarModel avatar = publication.details().author().avatar();
        HeadlessWindow.onUi(() -> avatar.choose(photograph));
        Person.presses(window, "#avatar-take");
        HeadlessWindow.await(
                "the avatar is made", Shipyard.PUBLISH, () -> avatar.shown().get() != null);
    }

    /** What differs between the two ways: everything from the finished files to the agreed payment. */
    @FunctionalInterface
    private interface Paying {
        void pay(HeadlessWindow window, DeskUnderTest desk, PublicationModel publication) throws IOException;
    }

    private String inAWindow(Path home, Path film, SystemBrowser browser, Paying paying) throws IOException {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk(home, browser);
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            HeadlessWindow.onUi(() -> desk.model()
                    .settings()
                    .chainNode()
                    .set(shipyard.chain().rpc().toString()));
            HeadlessWindow.onUi(() -> FileDrop.on(window.scene().getRoot(), List.of(film)));
            HeadlessWindow.await(
                    "the video is known",
                    () -> desk.model().library().publications().size() == 1
                            && only(desk).video().facts().isPresent());
            PublicationModel publication = HeadlessWindow.onUiThread(() -> only(desk));
            HeadlessWindow.onUi(() -> desk.model().library().show(publication));
            HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
            Person.types(window, "#title", "Street, early");
            HeadlessWindow.onUi(() -> publication.section().set(Section.PREPARE));
            HeadlessWindow.onUi(() -> {
                publication.prepare().wishes().recipe().set("fast");
                publication.prepare().wishes().encoder().set("software");
            });
            Person.presses(window, "#prepare-start");
            HeadlessWindow.await(
                    "its files are made",
                    Shipyard.PUBLISH,
                    () -> publication.prepare().finished().isPresent());
            paying.pay(window, desk, publication);
            awaitKind(publication, LaunchKind.PAID);
            HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
            Person.presses(window, "#save");
            awaitKind(publication, LaunchKind.PUBLISHED);
            HeadlessWindow.onUi(() -> publication.section().set(Section.LAUNCH));
            ScreenShot.save(window.scene().getRoot(), "whole-way-published");
            return HeadlessWindow.onUiThread(
                    () -> Person.sees(window, "#watch-link", TextField.class).getText());
        }
    }

    /** Whoever opens the window again sees what was published, and nothing is paid or asked for. */
    private void goesOnAsPublished(Path home, String link) throws IOException, InterruptedException {
        BigInteger paid = shipyard.paid();
        try (DeskUnderTest desk = desk(home, opened -> {
            throw new AssertionError("no page is needed");
        })) {
            PublicationModel publication = HeadlessWindow.onUiThread(() -> only(desk));
            assertThat(publication.launch().kind().get()).isEqualTo(LaunchKind.PUBLISHED);
            assertThat(publication.launch().watchUrl()).contains(link);
        }
        assertThat(shipyard.paid()).isEqualTo(paid);
    }

    private static DeskUnderTest desk(Path home, SystemBrowser browser) {
        WorkerEngine engine = new WorkerEngine(
                MediaEngine.standard(),
                home.resolve("hardware.json"),
                new EngineLog(home.resolve("engine.log"), InstantSource.system()));
        return HeadlessWindow.onUiThread(() -> DeskUnderTest.whole(home, engine, HeadlessWindow.ui(), browser));
    }

    private void pressPay(HeadlessWindow window, PublicationModel publication) {
        HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
        Person.types(window, "#launch-server", shipyard.serverUrl());
        Person.presses(window, "#pay");
    }

    private static PublicationModel only(DeskUnderTest desk) {
        return desk.model().library().publications().getFirst();
    }

    private static void awaitKind(PublicationModel publication, LaunchKind wanted) {
        HeadlessWindow.await(
                "it is " + wanted,
                Shipyard.PUBLISH,
                () -> publication.launch().kind().get() == wanted);
    }

    private static Path street() {
        Path street = Checkout.root().resolve(STREET);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(street).isReadable();
        }
        Assumptions.assumeTrue(Files.isReadable(street), () -> "skipped: there is no clip " + STREET);
        return street;
    }

    private static String page(String link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static int status(String link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
