package dev.slipway.desk.control;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Several wrapped lines to write into. Tab leads on as it does everywhere else; a text here has no use for its sign. */
public final class LinesField extends TextArea {

    /** @param lines that are seen at once */
    public LinesField(int lines) {
        setWrapText(true);
        setPrefRowCount(lines);
        addEventFilter(KeyEvent.ANY, key -> {
            if (isTab(key)) {
                key.consume();
                if (key.getEventType() == KeyEvent.KEY_PRESSED) {
                    requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                }
            }
        });
    }

    private static boolean isTab(KeyEvent key) {
        boolean isPlain = !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
        return isPlain && (key.getCode() == KeyCode.TAB || key.getCharacter().equals("\t"));
    }
}
