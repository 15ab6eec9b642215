package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why money that was received is owed back. */
public enum RefundReason {
    /** The price was whole only after the offer's end and the server's grace: all of it is owed. */
    LATE,
    /** What came beyond the price. */
    OVER,
    /** The content was refused before anybody saw it: all but the check fee is owed. */
    REJECTED,
    /** What no price asked for, a part of the price that never became the whole, or a price whose files never came: all of it. */
    UNUSABLE;

    /** The text form in JSON and in the database, such as {@code late}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
