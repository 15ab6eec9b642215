package dev.slipway.desk.server;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.terms.Terms;

/** A draft with the text it came in, because the terms' hash covers members that this version may not know. */
public record ReceivedDraft(String json, DraftReply reply) {

    /** @throws tools.jackson.core.JacksonException when the text is no draft */
    public static ReceivedDraft parse(String json) {
        return new ReceivedDraft(json, Json.LENIENT.readValue(json, DraftReply.class));
    }

    public Terms terms() {
        return reply.terms();
    }

    public Bytes32 termsHash() {
        return Terms.hash(termsText());
    }

    /** Their JSON, with members that this version may not know. */
    public String termsText() {
        return Json.LENIENT.readTree(json).path("terms").toString();
    }
}
