package dev.slipway.desk.prepare.making;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.survival.SurvivalSection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Wishes, what they would make and take, and the making itself. */
public final class PrepareSection extends VBox {
    /** Of a forecast with five files. */
    private static final double ROOM = 192;

    private final PrepareModel model;
    private final PrepareWords words;
    private final Texts texts;
    private final Beside beside;
    private final DoubleProperty room = new SimpleDoubleProperty(ROOM);

    /**
     * What other parts of the desk show here.
     *
     * @param price what publishing costs, in words
     * @param held whether what was made stays as it is, because it is paid for
     * @param sideBySide shows what the wishes would make of a picture
     * @param viewers plays what is finished
     */
    public record Beside(
            ObservableValue<String> price, ObservableBooleanValue held, Node sideBySide, Supplier<Node> viewers) {}

    public PrepareSection(PrepareModel model, Beside beside, Texts texts) {
        this.beside = beside;
        this.model = model;
        this.words = model.words();
        this.texts = texts;
        getStyleClass().add("section");
        setSpacing(24);
        Following work = new Following(this::work, model.kind(), texts.language());
        work.setSpacing(16);
        VBox wishes = new VBox(24, new RecipeFields(model, texts), new ProtectionFields(model.wishes(), texts));
        wishes.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.kind().get().isBusy(), model.kind())
                        .or(beside.held()));
        Following forecast =
                new Following(this::forecast, words.forecastChanges().toArray(Observable[]::new));
        forecast.setSpacing(12);
        keepRoom(forecast);
        getChildren()
                .addAll(
                        Labels.of(texts.of("section.prepare"), "section-title"),
                        work,
                        forecast,
                        wishes,
                        beside.sideBySide());
        model.survey();
        if (model.kind().get() == MakingKind.DONE) {
            model.survival().look();
        } else {
            model.foresee();
        }
    }

    /** What lies below does not move when a forecast comes or is made anew. */
    private void keepRoom(Region forecast) {
        forecast.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.kind().get() == MakingKind.DONE ? 0 : room.get(), model.kind(), room));
        forecast.heightProperty().subscribe(height -> room.set(Math.max(room.get(), height.doubleValue())));
    }

    private List<Node> work() {
        return switch (model.kind().get()) {
            case NOTHING ->
                List.of(Labels.wrapped(texts.of("prepare.explained"), "muted"), line(start("prepare.start")));
            case WAITING -> List.of(progressLine(), line(pause(), discard()));
            case RUNNING ->
                List.of(progressLine(), Labels.wrapped(words.outputs(), "outputs"), line(pause(), discard()));
            case PAUSED -> List.of(progressLine(), line(start("prepare.go-on"), discard()));
            case FAILED -> failed();
            case DONE -> model.finished().map(this::done).orElse(List.of());
        };
    }

    private List<Node> failed() {
        List<Node> nodes = new ArrayList<>();
        words.failure().ifPresent(problem -> nodes.add(ProblemNotice.of(texts, problem.code(), problem.message())));
        nodes.add(line(start("prepare.again"), discard()));
        return nodes;
    }

    private List<Node> done(Finished finished) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Notices.good(words.saved(finished), words.took(finished)));
        NoticeWords notices = words.notices(finished);
        notices.remarks().forEach(remark -> nodes.add(Labels.wrapped(new SimpleStringProperty(remark), "muted")));
        notices.warnings().forEach(note -> nodes.add(Notices.warning(note.words(), note.exact())));
        nodes.add(new FileTable(words.finishedRows()));
        nodes.add(new SurvivalSection(model.survival().words()));
        nodes.add(beside.viewers().get());
        Button anew = Buttons.plain(texts.of("prepare.anew"), Feather.REFRESH_CW, model::start);
        anew.setId("prepare-anew");
        anew.disableProperty().bind(beside.held());
        nodes.add(line(anew));
        return nodes;
    }

    private List<Node> forecast() {
        if (model.kind().get() == MakingKind.DONE) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        Label name = new Label(texts.get("prepare.forecast"));
        name.getStyleClass().add("field-label");
        nodes.add(name);
        words.impossible()
                .ifPresentOrElse(
                        problem -> nodes.add(ProblemNotice.of(texts, problem.code(), problem.message())),
                        () -> nodes.add(strong(words.forecast())));
        nodes.add(new FileTable(words.forecastRows()));
        nodes.add(Labels.wrapped(beside.price(), "muted"));
        return nodes;
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("strong");
        return label;
    }

    private Node progressLine() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.fraction());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(words.progress());
        return new VBox(8, bar, Labels.of(words.progress(), "strong"));
    }

    private Button start(String key) {
        Button start = Buttons.primary(texts.of(key), Feather.PLAY, model::start);
        start.setId("prepare-start");
        return start;
    }

    private Button pause() {
        Button pause = Buttons.plain(texts.of("prepare.pause"), Feather.PAUSE, model::pause);
        pause.setId("prepare-pause");
        return pause;
    }

    private AskedOnce discard() {
        return new AskedOnce(
                new AskedOnce.Words(
                        texts.of("prepare.cancel"),
                        texts.of("prepare.cancel.question"),
                        texts.of("prepare.cancel.keep")),
                Feather.X,
                model::discard);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
