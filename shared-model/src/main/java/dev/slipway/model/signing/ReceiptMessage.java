package dev.slipway.model.signing;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the operator's key signs: this receipt, for this publication. */
public record ReceiptMessage(PublicationId publicationId, Bytes32 receiptHash) {

    private static final List<TypedData.Field> FIELDS =
            List.of(new TypedData.Field("publicationId", "bytes32"), new TypedData.Field("receiptHash", "bytes32"));

    public TypedData typedData(long chainId) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("publicationId", publicationId.bytes32().hex());
        message.put("receiptHash", receiptHash.hex());
        return TypedData.of("Receipt", FIELDS, chainId, message);
    }
}
