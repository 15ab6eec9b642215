package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where it goes and what it costs; the payment, from the press to the block that has it. */
public final class PaySection extends VBox {
    private final LaunchModel model;
    private final Texts texts;
    private final Runnable wallet;

    /**
     * @param changes whose change may make it ready
     * @param wallet leads to the wallet's page
     */
    public PaySection(LaunchModel model, Texts texts, Runnable wallet, Observable... changes) {
        this.model = model;
        this.texts = texts;
        this.wallet = wallet;
        getStyleClass().add("section");
        setSpacing(24);
        List<Observable> watched = new ArrayList<>(List.of(changes));
        watched.addAll(List.of(
                model.kind(),
                model.settings().payWith(),
                model.wallet().address(),
                model.wallet().unlocked(),
                texts.language()));
        Following work = new Following(this::work, watched.toArray(Observable[]::new));
        work.setSpacing(16);
        VBox place = new VBox(
                20,
                field("server", model.settings().server()),
                field("most", model.settings().most()));
        place.disableProperty().bind(model.kind().map(LaunchKind::isBusy));
        place.visibleProperty().bind(model.paid().not());
        place.managedProperty().bind(place.visibleProperty());
        getChildren().addAll(Labels.of(texts.of("section.pay"), "section-title"), work, place);
    }

    private List<Node> work() {
        return switch (model.kind().get()) {
            case NOTHING -> begin("pay.start");
            case PAYING -> List.of(progress(), stop());
            case ASKING ->
                model.question()
                        .<List<Node>>map(question -> List.of(new BillView(question, model, texts)))
                        .orElse(List.of());
            case IN_BROWSER -> List.of(new BrowserView(model, texts));
            case ELSEWHERE -> List.of(new ElsewhereView(model, texts));
            case PAY_STOPPED -> stopped();
            case PAID -> paid();
            case PUBLISHED -> receipt();
            case LAUNCHING, LAUNCH_STOPPED -> List.of(Labels.wrapped(texts.of("pay.paid"), "strong"));
        };
    }

    private List<Node> begin(String verb) {
        if (!model.isLoaded()) {
            return List.of(Labels.wrapped(texts.of("pay.first"), "muted"));
        }
        List<Node> nodes = new ArrayList<>();
        if (model.mayChoose()) {
            nodes.add(new PayWithChoice(model.settings().payWith(), texts));
        }
        nodes.addAll(
                switch (model.payWith()) {
                    case BROWSER -> inBrowser(verb);
                    case DESK -> withDesk(verb, "pay.explained");
                    case ELSEWHERE -> model.isPaid() ? shownBefore(verb) : withDesk(verb, "pay.explained.elsewhere");
                });
        return nodes;
    }

    private List<Node> inBrowser(String verb) {
        return List.of(Labels.wrapped(texts.of("pay.explained.browser"), "muted"), line(pay(verb)));
    }

    /** With its key: whoever pays, the author signs. */
    private List<Node> withDesk(String verb, String explained) {
        if (model.wallet().address().getValue() == null) {
            return List.of(
                    Labels.wrapped(texts.of("pay.no-wallet"), "muted"),
                    line(Buttons.primary(texts.of("pay.to-wallet"), Feather.CREDIT_CARD, wallet)));
        }
        List<Node> nodes = new ArrayList<>(List.of(Labels.wrapped(texts.of(explained), "muted")));
        if (!model.wallet().unlocked().getValue()) {
            nodes.add(Notices.warning(texts.get("pay.locked"), ""));
            nodes.add(line(Buttons.plain(texts.of("pay.to-wallet"), Feather.LOCK, wallet)));
            if (!model.paid().get()) {
                return nodes;
            }
        }
        nodes.add(line(pay(verb)));
        return nodes;
    }

    /** Nothing is left to sign: a locked wallet is no obstacle. */
    private List<Node> shownBefore(String verb) {
        return List.of(Labels.wrapped(texts.of("pay.elsewhere.shown"), "muted"), line(pay(verb)));
    }

    private Button pay(String verb) {
        Button pay = Buttons.primary(texts.of(verb), Feather.PLUS, model::pay);
        pay.setId("pay");
        return pay;
    }

    private List<Node> stopped() {
        List<Node> nodes = new ArrayList<>();
        model.problem().ifPresent(problem -> nodes.add(ProblemNotice.of(texts, problem.code(), problem.message())));
        nodes.addAll(begin("pay.go-on"));
        model.problem()
                .flatMap(model::payAnew)
                .ifPresent(question -> nodes.add(asked("pay.anew", question, Feather.REPEAT, model::payAnew)));
        if (model.mayWithdraw()) {
            nodes.add(asked("pay.elsewhere.withdraw", "pay.elsewhere.withdraw.question", Feather.X, model::withdraw));
        }
        return nodes;
    }

    private AskedOnce asked(String verb, String question, Feather icon, Runnable act) {
        return new AskedOnce(
                new AskedOnce.Words(texts.of(verb), texts.of(question), texts.of("pay.anew.keep")), icon, act);
    }

    private List<Node> paid() {
        List<Node> nodes = new ArrayList<>(receipt());
        Button save = Buttons.primary(texts.of("pay.save"), Feather.UPLOAD, model::save);
        save.setId("save");
        nodes.add(Labels.wrapped(texts.of("pay.save.explained"), "muted"));
        nodes.add(line(save));
        return nodes;
    }

    private List<Node> receipt() {
        return model.receipt()
                .map(receipt -> {
                    List<Node> nodes = new ArrayList<>(List.of(Notices.good(
                            model.words().paid(receipt), model.words().transaction(receipt))));
                    model.words().surplus(receipt).ifPresent(words -> nodes.add(Notices.warning(words, "")));
                    return nodes;
                })
                .orElse(new ArrayList<>());
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(model.words().progress());
        return new VBox(
                8,
                bar,
                Labels.of(model.words().progress(), "strong"),
                Labels.wrapped(model.words().exact(), "exact"));
    }

    private Node stop() {
        Button stop = Buttons.plain(texts.of("launch.stop"), Feather.PAUSE, model::halt);
        stop.setId("pay-stop");
        return line(stop);
    }

    private VBox field(String name, StringProperty value) {
        TextField field = new TextField();
        field.setId("launch-" + name);
        field.textProperty().bindBidirectional(value);
        field.promptTextProperty().bind(texts.of("launch." + name + ".prompt"));
        field.accessibleTextProperty().bind(texts.of("launch." + name));
        return new VBox(
                6,
                Labels.of(texts.of("launch." + name), "field-label"),
                Labels.wrapped(texts.of("launch." + name + ".hint"), "exact"),
                field);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
