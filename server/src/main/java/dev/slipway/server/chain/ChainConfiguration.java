package dev.slipway.server.chain;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.devchain.DevelopmentChain;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node of the settings, or the built-in development chain where they name none. */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "slipway.chain-rpc", matchIfMissing = true, havingValue = "built-in")
    DevelopmentChain developmentChain(
            DataFolder data, InstantSource clock, @Value("${slipway.dev-chain-port:0}") int port) {
        try {
            return DevelopmentChain.start(data.folder("chain"), port, clock);
        } catch (IOException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "The built-in development chain does not start: " + e.getMessage()
                            + ". Free its port or folder, or name a node with SLIPWAY_CHAIN_RPC.",
                    e);
        }
    }

    @Bean
    ChainEndpoint chainEndpoint(ChainSettings settings, ObjectProvider<DevelopmentChain> developmentChain) {
        URI rpc = settings.chainRpc();
        if (rpc != null) {
            return new ChainEndpoint(rpc, settings.chainId());
        }
        if (settings.chainId() != DevelopmentChain.CHAIN_ID) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_CHAIN_ID is " + settings.chainId() + ", but the built-in development chain is "
                            + DevelopmentChain.CHAIN_ID + ". Name a node of that chain with SLIPWAY_CHAIN_RPC.");
        }
        return new ChainEndpoint(developmentChain.getObject().rpc(), DevelopmentChain.CHAIN_ID);
    }

    @Bean(destroyMethod = "close")
    Web3jChainClient chainClient(ChainEndpoint endpoint) {
        return new Web3jChainClient(endpoint);
    }

    @Bean
    PaymentRouter paymentRouter(ChainClient node, ChainSettings settings) {
        return new PaymentRouter(node, settings);
    }

    @Bean
    PriceToken priceToken(ChainClient node, ChainSettings settings) {
        return new PriceToken(node, settings);
    }
}
