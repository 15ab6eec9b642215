package dev.slipway.desk.cli.argument;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.model.problem.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a film as people write it: {@code 12.5-90}, {@code 0:12-1:30}, {@code 1:02:03.250-}. */
public final class TrimArgument {
    private static final String OPTION = "--trim";
    private static final Pattern RANGE = Pattern.compile("([^-]*)-([^-]*)");
    private static final Pattern TIME =
            Pattern.compile("(?:(?:([0-9]{1,3}):)?([0-9]{1,2}):)?([0-9]{1,6})(?:[.,]([0-9]{1,6}))?");
    private static final int SIXTY = 60;
    private static final long MICROS = 1_000_000;

    private TrimArgument() {}

    public static Trim parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches() || text.strip().equals("-")) {
            throw usage("--trim takes FROM-TO, such as 12.5-90 or 0:12-1:30, not \"" + text + "\".");
        }
        long from = range.group(1).isBlank() ? 0 : micros(range.group(1).strip(), OPTION);
        long until = range.group(2).isBlank()
                ? Long.MAX_VALUE
                : micros(range.group(2).strip(), OPTION);
        if (until <= from) {
            throw usage("--trim " + text + " ends before it begins. Write the earlier time first.");
        }
        return new Trim(from, until);
    }

    /**
     * A moment of the source, in microseconds from its first picture.
     *
     * @param option that it was given to
     */
    public static long moment(String text, String option) {
        return micros(text.strip(), option);
    }

    private static long micros(String time, String option) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw notATime(time, option);
        }
        long seconds = number(matcher.group(3));
        if (matcher.group(2) != null) {
            long minutes = number(matcher.group(2));
            boolean roundTheClock = seconds < SIXTY && (matcher.group(1) == null || minutes < SIXTY);
            if (!roundTheClock) {
                throw notATime(time, option);
            }
            seconds += (number(matcher.group(1)) * SIXTY + minutes) * SIXTY;
        }
        String decimals = matcher.group(4) == null ? "" : matcher.group(4);
        return seconds * MICROS + Long.parseLong((decimals + "000000").substring(0, 6));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static DeskException notATime(String time, String option) {
        return usage("\"" + time + "\" in " + option
                + " is not a time: expected seconds such as 12.5, or [hours:]minutes:seconds" + " such as 1:02:03.5.");
    }

    private static DeskException usage(String message) {
        return new DeskException(ProblemCode.USAGE, message);
    }
}
