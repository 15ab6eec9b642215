package dev.slipway.model.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The JSON shape that eth_signTypedData_v4 takes; the digests are judged where the hashing is done. */
class TypedDataTest {
    private static final Bytes32 WORD = new Bytes32("0x" + "11".repeat(32));
    private static final Address ADDRESS = new Address("0x" + "22".repeat(20));

    @Test
    void everyFieldOfThePublishTypeHasAValue() {
        PublishMessage message = new PublishMessage(
                "https://video.example",
                PublicationId.parse("01234567-89ab-4def-8123-456789abcdef"),
                WORD,
                ADDRESS,
                WORD,
                WORD,
                WORD,
                ADDRESS,
                WORD,
                1_900_000_000L);

        JsonNode json = Json.STRICT.readTree(message.typedData(31337).toJson());

        assertThat(json.get("primaryType").asString()).isEqualTo("Publish");
        assertThat(json.get("domain").get("chainId").asLong()).isEqualTo(31337);
        assertThat(json.get("types").get("Publish"))
                .hasSize(10)
                .allSatisfy(field -> assertThat(
                                json.get("message").has(field.get("name").asString()))
                        .isTrue());
        assertThat(json.get("message").get("deadline").asString()).isEqualTo("1900000000");
    }
}
