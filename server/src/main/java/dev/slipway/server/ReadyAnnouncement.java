package dev.slipway.server;

import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.MachineOutput;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.configuration.ServerArguments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says that the server answers, and where; of a node in the settings not, because its address may carry a key. */
@Component
class ReadyAnnouncement {
    private static final Logger log = LoggerFactory.getLogger(ReadyAnnouncement.class);

    private final PublicOrigin origin;
    private final ChainEndpoint chain;
    private final ChainSettings settings;
    private final ServerArguments.Output output;

    ReadyAnnouncement(
            PublicOrigin origin,
            ChainEndpoint chain,
            ChainSettings settings,
            @Value("${slipway.output:PEOPLE}") ServerArguments.Output output) {
        this.origin = origin;
        this.chain = chain;
        this.settings = settings;
        this.output = output;
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        log.info("Slipway is ready at {}", origin.uri());
        if (output == ServerArguments.Output.JSON) {
            Map<String, String> addresses = new LinkedHashMap<>();
            addresses.put("serverUrl", origin.uri().toString());
            if (settings.chainRpc() == null) {
                addresses.put("chainRpcUrl", chain.rpc().toString());
            }
            new MachineOutput(System.out).ready(addresses);
        }
    }
}
