package dev.slipway.server.outgoing;

import dev.slipway.server.configuration.Mode;
import dev.slipway.server.configuration.OutgoingSettings;
import dev.slipway.server.configuration.Role;
import dev.slipway.server.configuration.ServerSettings;
import java.nio.file.Path;
import java.util.Set;

/** The real guard for tests of other modules. */
public final class TestOutgoing {
    private TestOutgoing() {}

    /** @param allowed what {@code SLIPWAY_OUTGOING_ALLOW} names */
    public static OutgoingHttp allowing(String... allowed) {
        ServerSettings server = new ServerSettings(Mode.PRODUCTION, Path.of("data"), null, Set.of(Role.API));
        OutgoingSettings settings = new OutgoingSettings(Set.of(allowed), Set.of(443));
        return new OutgoingHttp(new OutgoingRules(settings, server, new SystemResolver()));
    }
}
