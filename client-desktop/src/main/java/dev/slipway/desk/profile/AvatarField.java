package dev.slipway.desk.profile;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The avatar, and choosing another. */
public final class AvatarField extends VBox {
    private static final double SIDE = 72;

    private final AvatarModel model;
    private final Texts texts;
    private final PictureChooser chooser;

    public AvatarField(AvatarModel model, Texts texts, PictureChooser chooser) {
        this.model = model;
        this.texts = texts;
        this.chooser = chooser;
        getChildren().add(new Following(this::content, model.state(), model.shown()));
    }

    private List<Node> content() {
        return switch (model.state().get()) {
            case AvatarState.Cropping(Path picture, Path view) -> List.of(read(view));
            case AvatarState.Refused refused -> List.of(rest(), problem(refused));
            case AvatarState.Idle idle -> List.of(rest());
            case AvatarState.Working working -> working();
        };
    }

    private List<Node> working() {
        return List.of(rest(), Labels.of(texts.of("avatar.working"), "exact"));
    }

    /** Beside the window's thread: large ones would hold it up. How large it is is known when it is there. */
    private Node read(Path view) {
        Image picture = new Image(view.toUri().toString(), true);
        return new Following(() -> picture.getProgress() < 1 ? working() : crop(picture), picture.progressProperty());
    }

    private Node rest() {
        List<Node> actions = new ArrayList<>();
        var choose = Buttons.plain(texts.of("avatar.choose"), Feather.IMAGE, this::choose);
        choose.setId("avatar-choose");
        choose.setDisable(isBusy(model.state().get()));
        actions.add(choose);
        if (model.shown().get() != null) {
            actions.add(Buttons.plain(texts.of("avatar.remove"), Feather.TRASH_2, model::remove));
        }
        HBox row = new HBox(16, picture(model.shown().get()), new VBox(8, actions.toArray(Node[]::new)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static boolean isBusy(AvatarState state) {
        return state instanceof AvatarState.Working || state instanceof AvatarState.Cropping;
    }

    private Node problem(AvatarState.Refused refused) {
        String message = String.valueOf(refused.problem().getMessage());
        return ProblemNotice.of(texts, refused.problem().code(), message);
    }

    private void choose() {
        chooser.choosePicture().ifPresent(model::choose);
    }

    private static Node picture(@Nullable Path file) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("avatar");
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        if (file == null) {
            frame.getChildren().add(new FontIcon(Feather.USER));
        } else {
            ImageView view = new ImageView(new Image(file.toUri().toString(), 2 * SIDE, 2 * SIDE, true, true, true));
            view.setFitWidth(SIDE);
            view.setFitHeight(SIDE);
            view.setClip(new Circle(SIDE / 2, SIDE / 2, SIDE / 2));
            frame.getChildren().add(view);
        }
        return frame;
    }

    private List<Node> crop(Image picture) {
        CropBox box = new CropBox(picture, texts);
        Slider size = new Slider(0.1, 1, 1);
        size.setId("crop-size");
        size.accessibleTextProperty().bind(texts.of("avatar.size"));
        size.valueProperty().addListener((observable, before, now) -> {
            if (Math.abs(now.doubleValue() - box.side().get()) > 1e-6) {
                box.resize(now.doubleValue());
            }
        });
        box.side().addListener((observable, before, now) -> size.setValue(now.doubleValue()));
        HBox.setHgrow(size, Priority.ALWAYS);
        HBox sizes = new HBox(8, Labels.of(texts.of("avatar.size"), "muted"), size);
        sizes.setAlignment(Pos.CENTER_LEFT);
        sizes.setMaxWidth(360);
        var take = Buttons.primary(texts.of("avatar.take"), Feather.CHECK, () -> model.crop(box.chosen()));
        take.setId("avatar-take");
        HBox actions = new HBox(8, take, Buttons.plain(texts.of("avatar.leave"), Feather.X, model::leave));
        return List.of(new VBox(12, Labels.wrapped(texts.of("avatar.crop.hint"), "exact"), box, sizes, actions));
    }
}
