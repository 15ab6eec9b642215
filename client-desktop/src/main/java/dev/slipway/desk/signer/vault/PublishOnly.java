package dev.slipway.desk.signer.vault;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.signing.TypedData;
import java.nio.ByteBuffer;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The one kind of typed data that is signed: {@code Publish} of our domain. What came is taken apart and put together
 * again; unless both are equal, something in it is not ours.
 *
 * @param data as put together here: this is what is signed
 */
record PublishOnly(PublishMessage message, long chainId, TypedData data) {

    /** @throws DeskException {@code signing-refused} for anything else */
    static PublishOnly read(JsonNode typedData) {
        try {
            JsonNode fields = typedData.path("message");
            PublishMessage message = message(fields);
            long chainId = typedData.path("domain").path("chainId").longValue();
            TypedData rebuilt = message.typedData(chainId);
            if (chainId <= 0 || !Json.STRICT.readTree(rebuilt.toJson()).equals(typedData)) {
                throw refused("it differs from every Publish of " + TypedData.DOMAIN_NAME);
            }
            return new PublishOnly(message, chainId, rebuilt);
        } catch (IllegalArgumentException | JacksonException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static DeskException refused(String why) {
        return new DeskException(
                ProblemCode.SIGNING_REFUSED,
                "Only the agreement about a publication is signed here, and this is something else (" + why + ").");
    }

    private static PublishMessage message(JsonNode fields) {
        return new PublishMessage(
                text(fields, "audience"),
                id(new Bytes32(text(fields, "publicationId"))),
                new Bytes32(text(fields, "nonce")),
                new Address(text(fields, "author")),
                new Bytes32(text(fields, "manifestHash")),
                new Bytes32(text(fields, "formHash")),
                new Bytes32(text(fields, "termsHash")),
                new Address(text(fields, "refundTo")),
                new Bytes32(text(fields, "salt")),
                Long.parseLong(text(fields, "deadline")));
    }

    private static PublicationId id(Bytes32 padded) {
        ByteBuffer bytes = ByteBuffer.wrap(padded.bytes());
        return new PublicationId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static String text(JsonNode fields, String name) {
        return fields.path(name).stringValue();
    }
}
