package dev.slipway.model.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.model.encoding.Json;
import java.util.List;
import java.util.Map;

/**
 * EIP-712 typed structured data in the JSON form that {@code eth_signTypedData_v4} takes, so that a browser wallet
 * and our own code sign the same thing.
 *
 * @param message field values as text: hex for bytes and addresses, decimal for integers
 */
public record TypedData(
        Map<String, List<Field>> types, String primaryType, Map<String, Object> domain, Map<String, Object> message) {

    public static final String DOMAIN_NAME = "Slipway";
    public static final String DOMAIN_VERSION = "1";

    private static final List<Field> DOMAIN_TYPE =
            List.of(new Field("name", "string"), new Field("version", "string"), new Field("chainId", "uint256"));

    /** One member of a struct, with its Solidity type. */
    public record Field(
            @JsonProperty("name") String name,
            @JsonProperty("type") String type) {}

    static TypedData of(String primaryType, List<Field> fields, long chainId, Map<String, Object> message) {
        return new TypedData(
                Map.of("EIP712Domain", DOMAIN_TYPE, primaryType, fields),
                primaryType,
                Map.of("name", DOMAIN_NAME, "version", DOMAIN_VERSION, "chainId", chainId),
                message);
    }

    public String toJson() {
        return Json.STRICT.writeValueAsString(this);
    }
}
