package dev.slipway.desk.sidebyside;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Which part of pictures of one size is looked at: one for all that lie side by side, so that they show the same. */
final class Loupe {
    static final double MOST = 8;

    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final DoubleProperty x = new SimpleDoubleProperty(this, "x", 0.5);
    private final DoubleProperty y = new SimpleDoubleProperty(this, "y", 0.5);

    /** How often larger than where the whole picture is shown, from 1 on. */
    DoubleProperty zoom() {
        return zoom;
    }

    /** The middle of what is shown, from 0 at the left to 1. */
    DoubleProperty x() {
        return x;
    }

    /** From 0 at the top to 1. */
    DoubleProperty y() {
        return y;
    }

    void zoomTo(double wanted) {
        zoom.set(Math.clamp(wanted, 1, MOST));
        move(0, 0);
    }

    /** By parts of what is shown; what is shown stays within the picture. */
    void move(double right, double down) {
        double half = 0.5 / zoom.get();
        x.set(Math.clamp(x.get() + right / zoom.get(), half, 1 - half));
        y.set(Math.clamp(y.get() + down / zoom.get(), half, 1 - half));
    }
}
