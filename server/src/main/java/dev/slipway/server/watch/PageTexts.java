package dev.slipway.server.watch;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Hands out {@link Words} in a reader's language. */
@Component
class PageTexts {
    private final MessageSource messages;

    PageTexts(MessageSource messages) {
        this.messages = messages;
    }

    Words in(Locale locale) {
        return new Words(messages, locale);
    }
}
