package dev.slipway.server.outgoing;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.AddressRange;
import dev.slipway.server.configuration.StartRefused;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the operator trusts although it is not public. Empty by default. */
final class AllowedHosts {
    private static final Pattern NAME = Pattern.compile("(?=.*[a-zA-Z])[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*");

    private final Set<String> names = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();

    /** @throws StartRefused for an entry that is neither a name nor an address nor a range */
    AllowedHosts(Set<String> entries) {
        for (String entry : entries) {
            String text = entry.strip();
            if (NAME.matcher(text).matches()) {
                names.add(text.toLowerCase(Locale.ROOT));
            } else {
                ranges.add(range(text));
            }
        }
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.of(text);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_OUTGOING_ALLOW has \"" + text
                            + "\"; expected are names, addresses and ranges by commas, such as"
                            + " hooks.internal,10.1.0.0/16.",
                    e);
        }
    }

    boolean name(String host) {
        return names.contains(host);
    }

    boolean address(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
