package dev.slipway.desk.cli.argument;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as people write them; what cannot be understood is wrong usage. */
public final class Arguments {
    private static final Pattern BITRATE = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,3}))?([kKmM]?)");

    private Arguments() {}

    public static Address address(String text) {
        try {
            return new Address(text.strip());
        } catch (IllegalArgumentException e) {
            throw usage("\"" + text + "\" is not an address: expected 0x and 40 hex digits.", e);
        }
    }

    public static URI httpAddress(URI address) {
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw usage("\"" + address + "\" is not an address such as http://127.0.0.1:8545.", null);
        }
        return address;
    }

    /** @param text such as {@code 0.1} or {@code 25@0x…} */
    public static PriceLimit priceLimit(String text) {
        try {
            return PriceLimit.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage("--max-price: " + e.getMessage() + ".", e);
        }
    }

    /** @param text such as {@code unlisted} */
    public static AccessLevel accessLevel(String text) {
        try {
            return AccessLevel.parse(text.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw usage("--access: " + e.getMessage() + ".", e);
        }
    }

    /** @param text such as {@code 2M}, {@code 1.5M} or {@code 800k} */
    public static long bitrate(String text) {
        Matcher matcher = BITRATE.matcher(text.strip());
        if (!matcher.matches()) {
            throw usage("\"" + text + "\" is not a bitrate: expected one such as 2M or 800k.", null);
        }
        long unit = switch (matcher.group(3)) {
            case "k", "K" -> 1_000;
            case "m", "M" -> 1_000_000;
            default -> 1;
        };
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        long thousandths = Long.parseLong(matcher.group(1) + (decimals + "000").substring(0, 3));
        return Math.multiplyExact(thousandths, unit) / 1000;
    }

    public static int port(int number) {
        if (number < 0 || number > 65_535) {
            throw usage("--port takes a number from 0 (any free one) to 65535, not " + number + ".", null);
        }
        return number;
    }

    private static DeskException usage(String message, @Nullable Throwable cause) {
        return cause == null
                ? new DeskException(ProblemCode.USAGE, message)
                : new DeskException(ProblemCode.USAGE, message, cause);
    }
}
