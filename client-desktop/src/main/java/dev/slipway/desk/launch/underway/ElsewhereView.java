package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.CopiedFields;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.QrCode;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.qr.QrMatrix;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A payment that any wallet can make: the values to type or paste, and what a phone reads where there is a router. */
final class ElsewhereView extends VBox {
    ElsewhereView(PaymentRequest request, LaunchModel model, Texts texts) {
        super(16);
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(texts.of("pay.elsewhere.waiting"));
        Button stop = Buttons.plain(texts.of("launch.stop"), Feather.PAUSE, model::halt);
        stop.setId("elsewhere-stop");
        HBox ways = new HBox(12, stop);
        ways.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new VBox(8, bar, Labels.wrapped(texts.of("pay.elsewhere.waiting"), "strong")),
                        Labels.wrapped(
                                texts.of(
                                        request.link().isPresent()
                                                ? "pay.elsewhere.explained.router"
                                                : "pay.elsewhere.explained.plain"),
                                "muted"),
                        payment(request, model, texts),
                        Labels.wrapped(texts.of("pay.elsewhere.once"), "muted"),
                        ways);
    }

    private static HBox payment(PaymentRequest request, LaunchModel model, Texts texts) {
        CopiedFields values = new CopiedFields(model.words().request(request), texts);
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox line = new HBox(24);
        Optional<String> link = request.link();
        link.map(text -> new QrCode(QrMatrix.of(text), texts.of("pay.elsewhere.qr")))
                .ifPresent(line.getChildren()::add);
        line.getChildren().add(values);
        return line;
    }
}
