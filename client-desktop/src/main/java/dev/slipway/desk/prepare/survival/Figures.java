package dev.slipway.desk.prepare.survival;

import dev.slipway.desk.language.Texts;

/** Measured figures as the chosen language writes them. */
record Figures(Texts texts) {
    /** Of the noise; the codec's own grain can make it a little more than all and a little less than none. */
    String share(double survival) {
        return texts.amounts().percent(Math.clamp(survival, 0, 1));
    }

    /** Rounded first, so that no zero has a sign. */
    String hundredths(double value) {
        return texts.amounts().number("%.2f", Math.round(value * 100) / 100.0 + 0.0);
    }

    String decibels(double value) {
        return texts.get("unit.decibel", texts.amounts().number("%.1f", Math.round(value * 10) / 10.0 + 0.0));
    }
}
