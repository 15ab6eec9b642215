package dev.slipway.desk.bench;

import dev.slipway.media.reference.ReferenceStyle;

/** What is promised about processor time. */
enum SpeedPromise {
    SAME_GRAPH(
            "speed-1",
            ReferenceStyle.SAME_GRAPH,
            1.05,
            "one ffmpeg command",
            "CPU against one ffmpeg command with the same graph, encoders, settings and outputs"),
    BY_HAND(
            "speed-2",
            ReferenceStyle.BY_HAND,
            1.00,
            "ffmpeg by hand",
            "CPU against the best single command by hand: cascade, split, one thread for each encoder"),
    SEPARATE(
            "speed-3",
            ReferenceStyle.SEPARATE,
            0.70,
            "ffmpeg, a command each",
            "CPU against a command for each output, as people do it");

    private final String itemName;
    private final ReferenceStyle style;
    private final double target;
    private final String contender;
    private final String question;

    SpeedPromise(String itemName, ReferenceStyle style, double target, String contender, String question) {
        this.itemName = itemName;
        this.style = style;
        this.target = target;
        this.contender = contender;
        this.question = question;
    }

    String itemName() {
        return itemName;
    }

    ReferenceStyle style() {
        return style;
    }

    /** The most that our CPU time may be, as a multiple of the other's. */
    double target() {
        return target;
    }

    String contender() {
        return contender;
    }

    String question() {
        return question;
    }

    /** The promise by hand is about quality too. */
    RungTable.Detail detail() {
        return this == BY_HAND ? RungTable.Detail.SIZE_AND_XPSNR : RungTable.Detail.SIZE;
    }
}
