package dev.slipway.desk.signer.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;

/** What a signer answers; a key is never part of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SignerReply.Created.class, name = "created"),
    @JsonSubTypes.Type(value = SignerReply.Sealed.class, name = "sealed"),
    @JsonSubTypes.Type(value = SignerReply.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = SignerReply.Signed.class, name = "signed"),
    @JsonSubTypes.Type(value = SignerReply.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = SignerReply.Done.class, name = "done"),
    @JsonSubTypes.Type(value = SignerReply.Misspelt.class, name = "misspelt"),
    @JsonSubTypes.Type(value = SignerReply.Refused.class, name = "refused")
})
public sealed interface SignerReply {

    /** What is to be wiped once it was heard. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** @param phrase said this once and kept nowhere: for a person to write down */
    record Created(Secret phrase, Address address, String keystore) implements SignerReply {
        @Override
        public List<Secret> secrets() {
            return List.of(phrase);
        }
    }

    /** @param keystore JSON of Web3 Secret Storage, version 3 */
    record Sealed(Address address, String keystore) implements SignerReply {}

    record Opened(Address address) implements SignerReply {}

    /** @param digest of the typed data: the reference that a payment carries */
    record Signed(Bytes32 digest, String signature) implements SignerReply {}

    record Paid(SignedTransaction transaction) implements SignerReply {}

    record Done() implements SignerReply {}

    /** @param places of the phrase's words that BIP-39 does not have, counted from 1 */
    record Misspelt(List<Integer> places) implements SignerReply {
        public Misspelt {
            places = List.copyOf(places);
        }
    }

    record Refused(ProblemCode code, String message) implements SignerReply {}
}
