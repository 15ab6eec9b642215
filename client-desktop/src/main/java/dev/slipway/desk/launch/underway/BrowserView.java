package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** While the person signs and pays in the browser: how far they are there, and the way back to its page. */
final class BrowserView extends VBox {
    BrowserView(LaunchModel model, Texts texts) {
        super(16);
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(model.words().browser());
        Button again = Buttons.plain(texts.of("pay.browser.again"), Feather.EXTERNAL_LINK, model::showPage);
        again.setId("browser-again");
        Button copy = Buttons.plain(
                texts.of("pay.browser.copy"),
                Feather.COPY,
                () -> model.newLink().ifPresent(link -> copy(link.toString())));
        copy.setId("browser-copy");
        Button stop = Buttons.plain(texts.of("launch.stop"), Feather.PAUSE, model::halt);
        stop.setId("browser-stop");
        HBox ways = new HBox(12, again, copy, stop);
        ways.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new VBox(8, bar, Labels.wrapped(model.words().browser(), "strong")),
                        Labels.wrapped(texts.of("pay.browser.explained"), "muted"),
                        ways);
    }

    private static void copy(String link) {
        ClipboardContent content = new ClipboardContent();
        content.putString(link);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
