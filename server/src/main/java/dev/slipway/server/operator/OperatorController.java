package dev.slipway.server.operator;

import dev.slipway.model.terms.OperatorReply;
import dev.slipway.model.terms.PriceList;
import dev.slipway.server.access.AccessPolicy;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.PublicOrigin;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a desk asks before it trusts an offer. */
@RestController
class OperatorController {
    private final Operator operator;
    private final PublicOrigin origin;
    private final ChainSettings settings;
    private final ChainEndpoint chain;
    private final AccessPolicy policy;

    OperatorController(
            Operator operator, PublicOrigin origin, ChainSettings settings, ChainEndpoint chain, AccessPolicy policy) {
        this.operator = operator;
        this.origin = origin;
        this.settings = settings;
        this.chain = chain;
        this.policy = policy;
    }

    @GetMapping("/api/operator")
    OperatorReply operator() {
        Optional<PriceList> prices = operator.prices();
        return new OperatorReply(
                operator.address(),
                origin.uri().toString(),
                settings.chainId(),
                developmentChain(),
                prices.map(list -> list.least().toString()).orElse(null),
                prices.orElse(null),
                operator.token().orElse(null),
                policy.granted());
    }

    /** A node named in the settings may carry a key in its address, so it is not told. */
    private @Nullable URI developmentChain() {
        return settings.chainRpc() == null ? chain.rpc() : null;
    }
}
