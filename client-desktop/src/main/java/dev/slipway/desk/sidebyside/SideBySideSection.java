package dev.slipway.desk.sidebyside;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.control.ValueSlider;
import dev.slipway.desk.language.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A moment is chosen and shown as it is, encoded and protected, under one loupe. */
public final class SideBySideSection extends VBox {
    private static final double MICROS = 1e6;

    /** Seconds of the arrow keys. */
    private static final double STEP = 0.1;

    private final SideBySideModel model;
    private final Texts texts;
    private final DoubleProperty moment = new SimpleDoubleProperty(this, "moment");

    /**
     * @param micros the moment that is offered first
     * @param duration of the film, in microseconds
     */
    public SideBySideSection(SideBySideModel model, long micros, long duration, Texts texts) {
        this.model = model;
        this.texts = texts;
        setSpacing(12);
        moment.set(Math.clamp(micros / MICROS, 0, duration / MICROS));
        ValueSlider where = new ValueSlider(
                moment,
                0,
                duration / MICROS,
                STEP,
                texts.of("compare.moment"),
                value -> texts.amounts().moment(value));
        Following shown = new Following(this::shown, model.state(), model.outdated(), texts.language());
        shown.setSpacing(12);
        getChildren()
                .addAll(
                        Labels.of(texts.of("compare.title"), "field-label"),
                        Labels.wrapped(texts.of("compare.explained"), "muted"),
                        where,
                        shown);
    }

    private List<Node> shown() {
        return switch (model.state().get()) {
            case SideBySideState.Nothing nothing -> List.of(line(start()));
            case SideBySideState.Working working -> List.of(bar(), line(stop()));
            case SideBySideState.Failed(var problem) ->
                List.of(ProblemNotice.of(texts, problem.code(), problem.getMessage()), line(start()));
            case SideBySideState.Shown(var compared) -> compared(compared);
        };
    }

    private Button start() {
        Button start = Buttons.plain(
                texts.of("compare.start"), Feather.COLUMNS, () -> model.compare(Math.round(moment.get() * MICROS)));
        start.setId("compare-start");
        return start;
    }

    private Button stop() {
        return Buttons.plain(texts.of("compare.stop"), Feather.X, model::stop);
    }

    private Node bar() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.fraction());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty()
                .bind(texts.following(
                        () -> texts.amounts().percent(model.fraction().get()), model.fraction()));
        return bar;
    }

    private List<Node> compared(Compared compared) {
        Loupe loupe = new Loupe();
        List<Node> nodes = new ArrayList<>();
        nodes.add(line(start()));
        if (model.outdated().get()) {
            nodes.add(Notices.warning(texts.get("compare.outdated"), texts.get("compare.outdated.exact")));
        }
        nodes.add(row(compared, loupe));
        nodes.add(magnifier(loupe));
        nodes.add(Labels.wrapped(
                texts.of(
                        "compare.reckoned",
                        texts.plural("prepare.every.frames", compared.samplePictures()),
                        texts.amounts().moment(compared.micros() / MICROS)),
                "exact"));
        return nodes;
    }

    private Node magnifier(Loupe loupe) {
        Slider slider = new Slider(1, Loupe.MOST, 1);
        slider.setId("compare-magnify");
        slider.setBlockIncrement(0.5);
        slider.accessibleTextProperty().bind(texts.of("compare.magnify"));
        slider.valueProperty().addListener((observable, before, now) -> {
            if (Math.abs(now.doubleValue() - loupe.zoom().get()) > 1e-6) {
                loupe.zoomTo(now.doubleValue());
            }
        });
        loupe.zoom().addListener((observable, before, now) -> slider.setValue(now.doubleValue()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        return line(Labels.of(texts.of("compare.magnify"), "muted"), slider);
    }

    /** In columns of one width. */
    private Node row(Compared compared, Loupe loupe) {
        GridPane row = new GridPane(8, 4);
        for (int column = 0; column < compared.looks().size(); column++) {
            Compared.Look look = compared.looks().get(column);
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / compared.looks().size());
            row.getColumnConstraints().add(width);
            // Decoded elsewhere: large ones would hold up the window.
            Image picture = new Image(look.file().toUri().toString(), true);
            LoupePane pane = new LoupePane(picture, compared.width(), compared.height(), loupe);
            pane.accessibleTextProperty().bind(texts.of(look.key()));
            pane.accessibleHelpProperty().bind(texts.of("compare.pane.hint"));
            row.add(Labels.of(texts.of(look.key()), "strong"), column, 0);
            row.add(pane, column, 1);
            row.add(Labels.wrapped(texts.following(() -> figures(look)), "muted"), column, 2);
        }
        return row;
    }

    private String figures(Compared.Look look) {
        Double xpsnr = look.xpsnr();
        return xpsnr == null
                ? texts.amounts().bytes(look.bytes())
                : texts.get(
                        "compare.figures",
                        texts.amounts().number("%.1f", xpsnr),
                        texts.amounts().bytes(look.bytes()));
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
