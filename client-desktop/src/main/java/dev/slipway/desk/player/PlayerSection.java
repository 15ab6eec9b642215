package dev.slipway.desk.player;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Notices;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The player with what is cut off and which picture stands for the film. A worker runs while it is on the screen. Keys:
 * space plays, I and O begin and end there, arrows on the time line.
 */
public final class PlayerSection extends VBox {
    private static final double MICROS = 1e6;

    private final PlayerModel model;
    private final Choices choices;
    private final Texts texts;
    private final ChangeListener<Cut> recut = (observable, before, now) -> recut(now);
    /** Whether a poster could not be had because its picture is cut off. */
    private final BooleanProperty posterCutOff = new SimpleBooleanProperty(this, "posterCutOff");

    /**
     * What is chosen in the player and kept elsewhere.
     *
     * @param poster the moment of the picture that stands for the film, or null for the engine's choice
     * @param locked while it is being made, nothing can be changed
     */
    public record Choices(
            ObjectProperty<Cut> cut, ObjectProperty<@Nullable Long> poster, ObservableBooleanValue locked) {}

    public PlayerSection(PlayerModel model, Choices choices, Texts texts) {
        this.model = model;
        this.choices = choices;
        this.texts = texts;
        getStyleClass().add("player");
        setSpacing(12);
        Timeline timeline = new Timeline(model, choices.cut());
        timeline.accessibleTextProperty().bind(texts.of("player.position"));
        getChildren()
                .addAll(
                        new Following(this::unheard, model.state(), texts.language()),
                        screen(),
                        timeline,
                        transport(),
                        choosing());
        model.wantStrip(Timeline.PICTURES);
        choices.cut().addListener(new WeakChangeListener<>(recut));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        sceneProperty().addListener((observable, before, now) -> {
            if (now == null) {
                model.close();
            } else {
                model.open();
            }
        });
    }

    /** Why there is no picture lies in its place: below the controls nobody would see it. */
    private Node screen() {
        Following notices = new Following(this::notices, model.state(), texts.language());
        notices.getStyleClass().add("player-notices");
        notices.setPickOnBounds(false);
        notices.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane screen = new StackPane(new PlayerScreen(model), notices);
        StackPane.setAlignment(notices, Pos.TOP_LEFT);
        return screen;
    }

    private List<Node> unheard() {
        return model.state().get() instanceof PlayerState.Open(PlayerState.Heard heard)
                        && heard == PlayerState.Heard.NO_OUTPUT
                ? List.of(Notices.warning(texts.get("player.no-output"), texts.get("player.no-output.exact")))
                : List.of();
    }

    private Node transport() {
        Button play = Buttons.sign(
                texts.following(
                        () -> texts.get(model.playing().get() ? "player.pause" : "player.play"), model.playing()),
                Feather.PLAY,
                model::toggle);
        play.setId("player-play");
        ((FontIcon) play.getGraphic())
                .iconCodeProperty()
                .bind(model.playing().map(playing -> playing ? Feather.PAUSE : Feather.PLAY));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Slider volume = new Slider(0, 1, model.volume().get());
        volume.setPrefWidth(96);
        volume.setBlockIncrement(0.1);
        volume.valueProperty().bindBidirectional(model.volume());
        volume.accessibleTextProperty().bind(texts.of("player.volume"));
        HBox line = new HBox(
                4,
                play,
                Buttons.sign(texts.of("player.back"), Feather.CHEVRON_LEFT, () -> model.step(-1)),
                Buttons.sign(texts.of("player.forward"), Feather.CHEVRON_RIGHT, () -> model.step(1)),
                Labels.of(texts.following(this::time, model.position(), model.duration()), "time"),
                gap,
                new FontIcon(Feather.VOLUME_2),
                volume);
        line.setAlignment(Pos.CENTER_LEFT);
        line.disableProperty().bind(model.state().map(state -> !(state instanceof PlayerState.Open)));
        return line;
    }

    private String time() {
        return texts.amounts().moment(model.position().get() / MICROS) + " / "
                + texts.amounts().moment(model.duration().get() / MICROS);
    }

    private Node choosing() {
        Button from = Buttons.plain(texts.of("player.from"), Feather.CHEVRONS_RIGHT, this::beginHere);
        from.setId("player-from");
        Button until = Buttons.plain(texts.of("player.until"), Feather.CHEVRONS_LEFT, this::endHere);
        until.setId("player-until");
        Button poster = Buttons.plain(texts.of("player.poster"), Feather.IMAGE, this::choosePoster);
        poster.setId("player-poster");
        HBox buttons = new HBox(8, from, until, poster);
        Following chosen = new Following(
                this::chosen, choices.cut(), choices.poster(), posterCutOff, model.duration(), texts.language());
        chosen.setSpacing(4);
        PosterRow posters = new PosterRow(model.posters(), choices.cut(), choices.poster(), this::takePoster, texts);
        VBox all = new VBox(12, buttons, chosen, posters);
        buttons.disableProperty().bind(model.state().map(state -> !(state instanceof PlayerState.Open)));
        all.disableProperty().bind(choices.locked());
        return all;
    }

    private void beginHere() {
        choices.cut().set(choices.cut().get().beginningAt(model.position().get()));
    }

    /** The picture that is shown is the last one. */
    private void endHere() {
        choices.cut().set(choices.cut().get().endingAt(model.position().get() + model.frameMicros()));
    }

    /** What is on offer is within the cut. */
    private void takePoster(long moment) {
        posterCutOff.set(false);
        choices.poster().set(moment);
        model.seek(moment);
    }

    private void choosePoster() {
        long moment = model.position().get();
        boolean held = choices.cut().get().holds(moment);
        posterCutOff.set(!held);
        if (held) {
            choices.poster().set(moment);
        }
    }

    /** A poster that is cut off would be refused only when the film is prepared. */
    private void recut(Cut now) {
        Long chosen = choices.poster().get();
        boolean lost = chosen != null && !now.holds(chosen);
        posterCutOff.set(lost);
        if (lost) {
            choices.poster().set(null);
        }
    }

    private List<Node> chosen() {
        List<Node> lines = new ArrayList<>(chosenLines());
        if (posterCutOff.get()) {
            lines.add(line(texts.get("player.poster.cut-off"), null));
        }
        return lines;
    }

    private List<Node> chosenLines() {
        Cut cut = choices.cut().get();
        Long poster = choices.poster().get();
        return List.of(
                line(
                        cut.equals(Cut.NOTHING_OFF) ? texts.get("player.whole") : part(cut),
                        cut.equals(Cut.NOTHING_OFF)
                                ? null
                                : Buttons.sign(
                                        texts.of("player.uncut"),
                                        Feather.X,
                                        () -> choices.cut().set(Cut.NOTHING_OFF))),
                line(
                        poster == null
                                ? texts.get("player.poster.best")
                                : texts.get(
                                        "player.poster.chosen", texts.amounts().moment(poster / MICROS)),
                        poster == null
                                ? null
                                : Buttons.sign(
                                        texts.of("player.poster.unchoose"),
                                        Feather.X,
                                        () -> choices.poster().set(null))));
    }

    private String part(Cut cut) {
        long duration = model.duration().get();
        long end = Objects.requireNonNullElse(cut.until(), duration);
        return texts.get(
                "player.part",
                texts.amounts().moment(cut.from() / MICROS),
                texts.amounts().moment(end / MICROS),
                texts.amounts().duration(cut.lasts(duration) / MICROS));
    }

    private static Node line(String words, @Nullable Button undo) {
        javafx.scene.control.Label label = new javafx.scene.control.Label(words);
        label.getStyleClass().add("muted");
        HBox line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(32);
        if (undo != null) {
            line.getChildren().add(undo);
        }
        return line;
    }

    private List<Node> notices() {
        return switch (model.state().get()) {
            case PlayerState.Failed(var code, var message) ->
                List.of(
                        ProblemNotice.of(texts, code, message),
                        Buttons.plain(texts.of("player.again"), Feather.REFRESH_CW, model::open));
            case PlayerState.Opening(double fraction) ->
                List.of(Labels.of(texts.of("player.opening", texts.amounts().percent(fraction)), "player-opening"));
            default -> List.of();
        };
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean free = !choices.locked().get();
        if (event.getCode() == KeyCode.SPACE && !(event.getTarget() instanceof Button)) {
            model.toggle();
        } else if (event.getCode() == KeyCode.I && free) {
            beginHere();
        } else if (event.getCode() == KeyCode.O && free) {
            endHere();
        } else {
            return;
        }
        event.consume();
    }
}
