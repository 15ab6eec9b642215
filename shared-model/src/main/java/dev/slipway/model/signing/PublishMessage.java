package dev.slipway.model.signing;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the author signs. Its EIP-712 digest is the payment reference: it covers which bytes are published, by whom,
 * where and at what price.
 *
 * @param audience the server's public origin, such as {@code https://video.example}, so that a signature for one
 *     server is worthless at another
 * @param manifestHash SHA-256 of the exact manifest bytes
 * @param formHash SHA-256 of the form's canonical JSON (RFC 8785)
 * @param termsHash SHA-256 of the terms' canonical JSON
 * @param salt secret random bytes, so that the files of an incognito author cannot be matched to the wallet by
 *     guessing
 * @param deadline seconds since the epoch after which the signature is no longer accepted
 */
public record PublishMessage(
        String audience,
        PublicationId publicationId,
        Bytes32 nonce,
        Address author,
        Bytes32 manifestHash,
        Bytes32 formHash,
        Bytes32 termsHash,
        Address refundTo,
        Bytes32 salt,
        long deadline) {

    private static final List<TypedData.Field> FIELDS = List.of(
            new TypedData.Field("audience", "string"),
            new TypedData.Field("publicationId", "bytes32"),
            new TypedData.Field("nonce", "bytes32"),
            new TypedData.Field("author", "address"),
            new TypedData.Field("manifestHash", "bytes32"),
            new TypedData.Field("formHash", "bytes32"),
            new TypedData.Field("termsHash", "bytes32"),
            new TypedData.Field("refundTo", "address"),
            new TypedData.Field("salt", "bytes32"),
            new TypedData.Field("deadline", "uint64"));

    public TypedData typedData(long chainId) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("audience", audience);
        message.put("publicationId", publicationId.bytes32().hex());
        message.put("nonce", nonce.hex());
        message.put("author", author.hex());
        message.put("manifestHash", manifestHash.hex());
        message.put("formHash", formHash.hex());
        message.put("termsHash", termsHash.hex());
        message.put("refundTo", refundTo.hex());
        message.put("salt", salt.hex());
        message.put("deadline", Long.toString(deadline));
        return TypedData.of("Publish", FIELDS, chainId, message);
    }
}
