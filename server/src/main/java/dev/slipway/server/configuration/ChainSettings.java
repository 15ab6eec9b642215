package dev.slipway.server.configuration;

import dev.slipway.model.ethereum.Address;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which chain and who is paid. The defaults are those of the development chain; production names each.
 *
 * @param chainRpc {@code SLIPWAY_CHAIN_RPC}: the node; null means the built-in development chain
 * @param recipient {@code SLIPWAY_RECIPIENT}; the default is the last of the ten well-known development accounts
 * @param router {@code SLIPWAY_ROUTER}: the payment contract, which must pay the recipient; null offers plain transfers only
 * @param token {@code SLIPWAY_TOKEN}: the contract of the token that prices are in, paid over the payment contract; null for the
 *     chain's own coin
 * @param confirmations {@code SLIPWAY_CONFIRMATIONS}: blocks, the payment's own included
 */
@Validated
@ConfigurationProperties("slipway")
public record ChainSettings(
        @Nullable URI chainRpc,
        @DefaultValue("31337") @Positive long chainId,

        @DefaultValue("0xa0ee7a142d267c1f36714e4a8f75612f20a79720") @NotNull
        Address recipient,

        @Nullable Address router,
        @Nullable Address token,
        @DefaultValue("2") @Min(1) @Max(1000) int confirmations) {}
