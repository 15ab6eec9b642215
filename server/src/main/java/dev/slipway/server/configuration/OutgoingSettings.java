package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where requests to addresses that users give may go, beyond what is public.
 *
 * @param outgoingAllow {@code SLIPWAY_OUTGOING_ALLOW}: names, addresses and ranges such as {@code 10.1.0.0/16}, by
 *     commas, that are trusted although they are not public; plain HTTP and any port may be used with them
 * @param outgoingPorts {@code SLIPWAY_OUTGOING_PORTS}: the ports that may be used with all others, by commas
 */
@Validated
@ConfigurationProperties("slipway")
public record OutgoingSettings(
        @DefaultValue({}) @NotNull Set<String> outgoingAllow,

        @DefaultValue({"80", "443", "8080", "8443"}) @NotNull
        Set<Integer> outgoingPorts) {
    public OutgoingSettings {
        outgoingAllow = Set.copyOf(outgoingAllow);
        outgoingPorts = Set.copyOf(outgoingPorts);
    }
}
