package dev.slipway.model.signing;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the operator's key signs: this offer, for this draft. */
public record TermsMessage(PublicationId publicationId, Bytes32 nonce, Bytes32 termsHash) {

    private static final List<TypedData.Field> FIELDS = List.of(
            new TypedData.Field("publicationId", "bytes32"),
            new TypedData.Field("nonce", "bytes32"),
            new TypedData.Field("termsHash", "bytes32"));

    public TypedData typedData(long chainId) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("publicationId", publicationId.bytes32().hex());
        message.put("nonce", nonce.hex());
        message.put("termsHash", termsHash.hex());
        return TypedData.of("Terms", FIELDS, chainId, message);
    }
}
