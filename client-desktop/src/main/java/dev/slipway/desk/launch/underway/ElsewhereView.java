package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.CopiedFields;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.QrCode;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.qr.QrMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A payment that any wallet can make: the values to type or paste, and what a phone reads where there is a router. */
final class ElsewhereView extends VBox {
    private final LaunchModel model;
    private final Texts texts;

    ElsewhereView(LaunchModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(texts.of("pay.elsewhere.waiting"));
        Button stop = Buttons.plain(texts.of("launch.stop"), Feather.PAUSE, model::halt);
        stop.setId("elsewhere-stop");
        HBox ways = new HBox(12, stop);
        ways.setAlignment(Pos.CENTER_LEFT);
        // A part may come, and the offer may end, while it is shown.
        Following request = new Following(this::request, model.state(), texts.language());
        request.setSpacing(16);
        getChildren()
                .addAll(new VBox(8, bar, Labels.wrapped(texts.of("pay.elsewhere.waiting"), "strong")), request, ways);
    }

    private List<Node> request() {
        if (!(model.state().get() instanceof LaunchState.Elsewhere(PaymentRequest request, LaunchState.Time time))) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        Money money = Money.of(request.terms());
        if (request.arrived().signum() > 0) {
            nodes.add(Notices.good(
                    texts.get("pay.elsewhere.part", money.text(request.arrived()), money.text(request.amount())), ""));
        }
        if (time == LaunchState.Time.OVER) {
            nodes.add(Notices.warning(
                    texts.get("pay.elsewhere.over"),
                    texts.get("pay.elsewhere.over.exact", model.words().until(request))));
            return nodes;
        }
        nodes.addAll(request.calls().isEmpty() ? inCoin(request) : inToken(request));
        nodes.add(Labels.wrapped(texts.of("pay.elsewhere.once", model.words().until(request)), "muted"));
        return nodes;
    }

    private List<Node> inCoin(PaymentRequest request) {
        return List.of(
                Labels.wrapped(
                        texts.of(
                                request.link().isPresent()
                                        ? "pay.elsewhere.explained.router"
                                        : "pay.elsewhere.explained.plain"),
                        "muted"),
                values(model.words().request(request), request.link()));
    }

    /** Both calls, one below the other. */
    private List<Node> inToken(PaymentRequest request) {
        List<PaymentRequest.Call> calls = request.calls();
        PaymentRequest.Call allowance = calls.getFirst();
        PaymentRequest.Call payment = calls.getLast();
        return List.of(
                Labels.wrapped(texts.of("pay.elsewhere.explained.token"), "muted"),
                new CopiedFields(model.words().request(request), texts),
                Labels.wrapped(texts.of("pay.elsewhere.token.allow"), "strong"),
                values(model.words().call("allow", allowance), Optional.of(allowance.link())),
                Labels.wrapped(texts.of("pay.elsewhere.token.pay"), "strong"),
                values(model.words().call("pay", payment), Optional.of(payment.link())));
    }

    private HBox values(List<CopiedFields.Field> fields, Optional<String> link) {
        CopiedFields values = new CopiedFields(fields, texts);
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox line = new HBox(24);
        link.map(text -> new QrCode(QrMatrix.of(text), texts.of("pay.elsewhere.qr")))
                .ifPresent(line.getChildren()::add);
        line.getChildren().add(values);
        return line;
    }
}
