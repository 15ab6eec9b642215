package dev.slipway.desk.signer.protocol;

import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What the author signed, so that the signer sees for itself what a reference stands for.
 *
 * @param publish EIP-712 typed data as {@code eth_signTypedData_v4} takes it; its digest is the reference
 * @param terms the JSON of the terms whose hash is in it
 */
public record Agreement(JsonNode publish, String terms) {
    public Agreement {
        Objects.requireNonNull(publish, "publish");
        Objects.requireNonNull(terms, "terms");
    }
}
