package dev.slipway.desk.control;

import dev.slipway.desk.qr.QrMatrix;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** A QR code, dark on light in every theme, because that is what cameras expect. */
public final class QrCode extends StackPane {
    /** Of a module, in pixels: whole ones, so that no edge is blurred. */
    private static final int MODULE = 4;

    /** @param words what it is, for a screen reader */
    public QrCode(QrMatrix modules, ObservableValue<String> words) {
        SVGPath dark = new SVGPath();
        dark.setFillRule(FillRule.NON_ZERO);
        dark.setContent(path(modules));
        dark.getStyleClass().add("qr-dark");
        double side = (modules.side() + 2 * QrMatrix.QUIET) * (double) MODULE;
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getStyleClass().add("qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(words);
        getChildren().add(dark);
    }

    /** A rectangle for each run of dark modules in a row. */
    private static String path(QrMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.side(); y++) {
            int x = 0;
            while (x < modules.side()) {
                int from = x;
                while (x < modules.side() && modules.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv%dh-%dz"
                            .formatted(from * MODULE, y * MODULE, (x - from) * MODULE, MODULE, (x - from) * MODULE));
                }
                x++;
            }
        }
        return path.toString();
    }
}
