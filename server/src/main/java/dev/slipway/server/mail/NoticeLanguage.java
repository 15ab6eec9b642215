package dev.slipway.server.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Languages that mail is written in. */
enum NoticeLanguage {
    EN,
    RU;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeLanguage parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    Locale locale() {
        return Locale.of(text());
    }
}
