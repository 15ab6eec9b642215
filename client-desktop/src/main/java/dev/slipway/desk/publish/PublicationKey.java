package dev.slipway.desk.publish;

import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.server.Operator;
import dev.slipway.model.encoding.CanonicalJson;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import java.util.Arrays;
import java.util.Map;

/** Names the work folder of a publication, so that the same command finds it again. */
final class PublicationKey {
    private static final int BYTES = 16;

    private PublicationKey() {}

    /** The operator's key stands for the server: it stays when the server's address or port changes. */
    static String of(String sourceSha256, PrepareOptions options, Operator operator, Address author) {
        byte[] hash = CanonicalJson.sha256(Json.STRICT.writeValueAsString(Map.of(
                "source", sourceSha256,
                "options", options,
                "operator", operator.address(),
                "chainId", operator.chainId(),
                "author", author)));
        return Hex.plain(Arrays.copyOf(hash, BYTES));
    }
}
