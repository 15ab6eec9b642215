package dev.slipway.desk.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something to know: plain words first, the exact term in the second line. */
public final class Notices {
    private Notices() {}

    public static Node warning(String words, String exact) {
        return notice(Feather.ALERT_TRIANGLE, "warn", words, exact);
    }

    static Node problem(String words, String... exact) {
        return notice(Feather.ALERT_CIRCLE, "bad", words, exact);
    }

    public static Node good(String words, String exact) {
        return notice(Feather.CHECK_CIRCLE, "good", words, exact);
    }

    private static Node notice(Ikon sign, String kind, String words, String... exact) {
        VBox texts = new VBox(4, line(words, "strong"));
        for (String line : exact) {
            if (!line.isBlank()) {
                texts.getChildren().add(line(line, "exact"));
            }
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox notice = new HBox(new FontIcon(sign), texts);
        notice.getStyleClass().addAll("notice", kind);
        notice.setAccessibleText(words + " " + String.join(" ", exact));
        return notice;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
