package dev.slipway.desk.launch.step;

import java.util.Locale;

/** The steps of publishing, in their order. */
public enum Step {
    CONNECT("Meet the server"),
    READ("Read the file"),
    PREPARE("Prepare"),
    AGREE("Agree on terms and sign"),
    PAY("Pay"),
    UPLOAD("Upload"),
    VERIFY("Server checks"),
    /** Only where the server brings it before a person. */
    REVIEW("A moderator looks at it");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The text form in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
