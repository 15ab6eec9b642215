package dev.slipway.desk.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A 16:9 stage with the picture that stands for a video, or a sign while there is none. */
public final class Poster extends StackPane {
    private final ImageView view = new ImageView();

    public Poster(double width, ObservableValue<? extends @Nullable Image> picture) {
        double height = Math.round(width * 9 / 16);
        getStyleClass().add("poster");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setPreserveRatio(true);
        view.imageProperty().bind(picture);
        Rectangle rounded = new Rectangle(width, height);
        rounded.setArcWidth(12);
        rounded.setArcHeight(12);
        setClip(rounded);
        FontIcon sign = new FontIcon(Feather.FILM);
        sign.visibleProperty().bind(view.imageProperty().isNull());
        getChildren().addAll(sign, view);
    }
}
