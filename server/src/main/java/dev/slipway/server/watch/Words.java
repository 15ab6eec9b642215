package dev.slipway.server.watch;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Sentences, counts and measures in one reader's language. */
record Words(MessageSource messages, Locale locale) {
    private static final List<String> UNITS = List.of("size.kilobytes", "size.megabytes", "size.gigabytes");

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String counted(String key, long count) {
        return text(key + "." + PluralForm.of(count, locale).key(), Long.toString(count));
    }

    /** {@code 2:03} or {@code 1:02:03}. */
    String clock(long micros) {
        Duration length = length(micros);
        return length.toHours() > 0
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
    }

    /** {@code 2 min 3 s}. */
    String lengthInWords(long micros) {
        Duration length = length(micros);
        if (length.toHours() > 0) {
            return text("length.hours", number(length.toHours(), 0), number(length.toMinutesPart(), 0));
        }
        return length.toMinutes() > 0
                ? text("length.minutes", number(length.toMinutes(), 0), number(length.toSecondsPart(), 0))
                : text("length.seconds", number(length.toSeconds(), 0));
    }

    /** {@code 3 days ago}; a clock that is behind the server's gives {@code just now}. */
    String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        long days = age.toDays();
        if (days >= 365) {
            return counted("age.years", days / 365);
        }
        if (days >= 30) {
            return counted("age.months", days / 30);
        }
        if (days > 0) {
            return counted("age.days", days);
        }
        if (age.toHours() > 0) {
            return counted("age.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? counted("age.minutes", age.toMinutes()) : text("age.now");
    }

    /** Decimal units, as file managers and price lists use them: {@code 18.4 MB}. */
    String size(long bytes) {
        if (bytes < 1000) {
            return text("size.bytes", number(bytes, 0));
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        return text(UNITS.get(unit), number(value, 1));
    }

    String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** To the nearest second, as people read it. */
    private static Duration length(long micros) {
        return Duration.ofSeconds(Math.round(micros / 1_000_000.0));
    }
}
