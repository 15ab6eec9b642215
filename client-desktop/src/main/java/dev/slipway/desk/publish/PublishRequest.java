package dev.slipway.desk.publish;

import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationForm;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants published.
 *
 * @param refundTo where refunds go; null means the author's own account
 * @param maxPrice in wei: what the server may ask at most
 * @param chainRpc null takes the development chain's node from the server
 */
public record PublishRequest(
        Path source,
        ServerOrigin server,
        PublicationForm form,
        PrepareOptions options,
        @Nullable Address refundTo,
        BigInteger maxPrice,
        @Nullable URI chainRpc) {}
