package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.log.DeskLog;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.publication.SectionState;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.SmallToken;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a finished film to its link, by the buttons of the window; each state as a picture in target/screens. */
class LaunchingTest {
    @TempDir
    Path folder = Path.of("");

    private final MakingEngine engine = new MakingEngine();
    private final SmallServer server = SmallServer.start(InstantSource.system());

    LaunchingTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void payIsPressedTheBillIsAgreedToAndSaveGivesTheLink() {
        HeadlessWindow.start();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = begun(desk);
            List<Outcome> told = new CopyOnWriteArrayList<>();
            Outcomes outcomes = HeadlessWindow.onUiThread(
                    () -> new Outcomes(desk.model().library(), desk.model().texts(), told::add));
            HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
            ScreensTest.draw(desk, window, "pay-first");
            make(publication);
            ScreensTest.draw(desk, window, "pay-ready");
            assertThat(state(publication, Section.PAY)).isEqualTo(SectionState.READY);

            Person.types(window, "#launch-server", server.url());
            Person.presses(window, "#pay");
            awaitKind(publication, LaunchKind.ASKING);
            ScreensTest.draw(desk, window, "pay-asking");
            assertThat(server.chain().payments()).isZero();

            Person.presses(window, "#pay-agree");
            awaitKind(publication, LaunchKind.PAID);
            ScreensTest.draw(desk, window, "pay-paid");
            assertThat(server.chain().payments()).isEqualTo(1);
            HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
            assertThat(HeadlessWindow.onUiThread(() -> Person.sees(window, "#title", TextInputControl.class)
                            .isDisabled()))
                    .as("what was signed stays as it was signed")
                    .isTrue();

            HeadlessWindow.onUi(() -> publication.section().set(Section.PREPARE));
            assertThat(HeadlessWindow.onUiThread(() -> Person.sees(window, "#prepare-anew", ButtonBase.class)
                            .isDisabled()))
                    .as("what was paid for stays as it was made")
                    .isTrue();
            assertThat(HeadlessWindow.onUiThread(() -> Person.sees(window, "#viewers-play", ButtonBase.class)
                            .isDisabled()))
                    .as("and can be looked at as viewers get it")
                    .isFalse();

            HeadlessWindow.onUi(() -> publication.section().set(Section.LAUNCH));
            Person.presses(window, "#launch-save");
            awaitKind(publication, LaunchKind.PUBLISHED);
            ScreensTest.draw(desk, window, "launch-published");
            assertThat(HeadlessWindow.onUiThread(() ->
                            Person.sees(window, "#watch-link", TextField.class).getText()))
                    .startsWith(server.url() + "/watch/");
            HeadlessWindow.onUi(() -> desk.model().library().show(null));
            ScreensTest.draw(desk, window, "library-published");
            HeadlessWindow.onUi(() -> desk.model().texts().language().set(Language.ENGLISH));
            assertThat(card(window, "#card-sizes")).isEqualTo("400 kB → 220 kB, 45 % saved");
            assertThat(card(window, "#card-cost")).isEqualTo("0.000000000000002 ETH");
            assertThat(HeadlessWindow.onUiThread(() ->
                            Person.sees(window, ".publication-card", Node.class).getAccessibleText()))
                    .isEqualToNormalizingUnicode("Evening in the old town, Published, 400\u00a0kB became 220\u00a0kB: "
                            + "45\u00a0% saved, It cost 0.000000000000002 ETH");
            assertThat(server.published()).isEqualTo(1);
            assertThat(told).extracting(Outcome::title).containsOnly("Evening in the old town");
            assertThat(told)
                    .as("prepared, the offer, paid, published")
                    .hasSize(4)
                    .doesNotHaveDuplicates();
            assertThat(HeadlessWindow.onUiThread(() -> outcomes.working().get()))
                    .isFalse();
        }
    }

    @Test
    void withAWalletInTheBrowserThePageTellsTheWayThere() {
        HeadlessWindow.start();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = begun(desk);
            make(publication);
            HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
            Person.types(window, "#launch-server", server.url());
            HeadlessWindow.onUi(() ->
                    Person.sees(window, "#pay-with-browser", RadioButton.class).fire());
            ScreensTest.draw(desk, window, "pay-browser-ready");
            Person.presses(window, "#pay");
            awaitKind(publication, LaunchKind.IN_BROWSER);
            ScreensTest.draw(desk, window, "pay-in-browser");
            Person.presses(window, "#browser-copy");
            assertThat(HeadlessWindow.onUiThread(
                            () -> Clipboard.getSystemClipboard().getString()))
                    .startsWith("http://127.0.0.1:");
            Person.presses(window, "#browser-stop");
            awaitKind(publication, LaunchKind.PAY_STOPPED);
            assertThat(server.chain().payments()).isZero();
        }
    }

    @Test
    void anyOtherWalletIsShownWhatToPay() throws Exception {
        Address router = new Address("0x" + "0e".repeat(20));
        server.chain().deploy(router, new Address("0x" + "51".repeat(20)));
        server.offerRouter(router);
        HeadlessWindow.start();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = begun(desk);
            make(publication);
            HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
            Person.types(window, "#launch-server", server.url());
            HeadlessWindow.onUi(() -> Person.sees(window, "#pay-with-elsewhere", RadioButton.class)
                    .fire());
            ScreensTest.draw(desk, window, "pay-elsewhere-ready");
            Person.presses(window, "#pay");
            awaitKind(publication, LaunchKind.ASKING);
            ScreensTest.draw(desk, window, "pay-elsewhere-asking");
            Person.presses(window, "#pay-agree");
            awaitKind(publication, LaunchKind.ELSEWHERE);
            ScreensTest.draw(desk, window, "pay-elsewhere");

            String link = photographed(window);
            assertThat(link).startsWith("ethereum:" + router + "@31337/pay?bytes32=0x");
            Bytes32 reference = new Bytes32(link.substring(link.indexOf('=') + 1, link.indexOf('&')));
            Person.presses(window, "#copied-data .button");
            assertThat(HeadlessWindow.onUiThread(
                            () -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(reference.hex());
            Person.presses(window, "#elsewhere-stop");
            awaitKind(publication, LaunchKind.PAY_STOPPED);
            ScreensTest.draw(desk, window, "pay-elsewhere-stopped");

            server.chain().payForAnother(reference, BigInteger.valueOf(2_000));
            Person.presses(window, "#pay");
            awaitKind(publication, LaunchKind.PAID);
            assertThat(server.chain().payments()).isZero();
        }
    }

    @Test
    void aPriceInATokenIsShownWithItsContractsAndACodeForEachOfTwoTransactions() throws Exception {
        server.chain().deploy(SmallToken.ROUTER, new Address("0x" + "51".repeat(20)));
        server.offer(SmallToken::on);
        HeadlessWindow.start();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = begun(desk);
            make(publication);
            HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
            Person.types(window, "#launch-server", server.url());
            Person.types(window, "#launch-most", "200@" + SmallToken.CONTRACT);
            HeadlessWindow.onUi(() -> Person.sees(window, "#pay-with-elsewhere", RadioButton.class)
                    .fire());
            Person.presses(window, "#pay");
            awaitKind(publication, LaunchKind.ASKING);
            ScreensTest.draw(desk, window, "pay-token-asking");
            Person.presses(window, "#pay-agree");
            awaitKind(publication, LaunchKind.ELSEWHERE);
            ScreensTest.draw(desk, window, "pay-token-elsewhere");

            assertThat(photographed(window))
                    .isEqualTo("ethereum:" + SmallToken.CONTRACT + "@31337/approve?address=" + SmallToken.ROUTER
                            + "&uint256=2000");
        }
    }

    private static String card(HeadlessWindow window, String line) {
        return HeadlessWindow.onUiThread(
                () -> Person.sees(window, line, Labeled.class).getText().replace('\u00a0', ' '));
    }

    /**
     * What a phone's camera reads from the screen. The reader is told that there is nothing but the code: searching for one,
     * ZXing misses 3 of 200, by what is in them.
     */
    private static String photographed(HeadlessWindow window) throws NotFoundException {
        WritableImage picture = HeadlessWindow.onUiThread(
                () -> Person.sees(window, ".qr", Node.class).snapshot(null, null));
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    @Test
    void aServerThatIsAwayIsSaidInWordsAndTriedAgain() {
        HeadlessWindow.start();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = begun(desk);
            make(publication);
            HeadlessWindow.onUi(() -> publication.section().set(Section.PAY));
            Person.types(window, "#launch-server", server.url());
            server.close();
            Path log = folder.resolve("desk.log");
            try (DeskLog _ = DeskLog.writeTo(log)) {
                Person.presses(window, "#pay");
                awaitKind(publication, LaunchKind.PAY_STOPPED);
            }
            ScreensTest.draw(desk, window, "pay-no-server");
            assertThat(log).content().contains(shownCode(window));
            assertThat(state(publication, Section.PAY)).isEqualTo(SectionState.NEEDS);
        }
    }

    /** The last line of the notice, without the word before it. */
    private static String shownCode(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> {
            List<Node> lines = List.copyOf(window.the(".notice").lookupAll(".exact"));
            String words = ((Labeled) lines.getLast()).getText();
            return words.substring(words.lastIndexOf(' ') + 1);
        });
    }

    private static PublicationModel begun(DeskUnderTest desk) {
        HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
        PublicationModel publication = HeadlessWindow.onUiThread(
                () -> desk.model().library().publications().getFirst());
        HeadlessWindow.await("it is known", () -> publication.video().facts().isPresent());
        HeadlessWindow.onUi(() -> publication.details().title().set("Evening in the old town"));
        return publication;
    }

    private void make(PublicationModel publication) {
        HeadlessWindow.onUi(() -> publication.prepare().start());
        engine.finish();
        HeadlessWindow.await(
                "it is made", () -> publication.prepare().finished().isPresent());
    }

    private static void awaitKind(PublicationModel publication, LaunchKind wanted) {
        HeadlessWindow.await(
                "it is " + wanted, () -> publication.launch().kind().get() == wanted);
    }

    private static SectionState state(PublicationModel publication, Section section) {
        return HeadlessWindow.onUiThread(() -> publication.state(section).get());
    }
}
