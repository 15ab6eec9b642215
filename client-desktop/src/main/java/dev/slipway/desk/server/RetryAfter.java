package dev.slipway.desk.server;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a server that has enough for now wants to be left alone (RFC 9110, 10.2.3), in its form of seconds: ours sends no
 * dates, and one would be read with a clock that nobody compared.
 */
final class RetryAfter {
    /** Nobody's word makes a person wait longer than this without being asked. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RetryAfter() {}

    static Optional<Duration> parse(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
