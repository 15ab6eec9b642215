package dev.slipway.server.access;

import dev.slipway.model.access.AccessLevel;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The one place that says which viewers see which levels. Nobody has an account here yet, so nobody subscribes or
 * sponsors: who asks is {@link Tier#PUBLIC}, and what asks for more is shown to nobody.
 */
@Component
public class AccessPolicy {

    /** Of whoever makes the request that is being answered. */
    public Tier viewer() {
        return Tier.PUBLIC;
    }

    public boolean mayWatch(AccessLevel level, Tier viewer) {
        if (viewer == Tier.REVIEWER) {
            return true;
        }
        return switch (level) {
            case PUBLIC, UNLISTED -> true;
            case SUBSCRIBER, SPONSOR -> false;
        };
    }

    /** What a publication here can have: whatever some viewer could see. Others would be paid for and shown to nobody. */
    public List<AccessLevel> granted() {
        return Arrays.stream(AccessLevel.values())
                .filter(level -> Arrays.stream(Tier.values())
                        .filter(tier -> tier != Tier.REVIEWER)
                        .anyMatch(viewer -> mayWatch(level, viewer)))
                .toList();
    }
}
