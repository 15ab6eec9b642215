package dev.slipway.server.testing;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** Somebody with a wallet of their own, who drafts and signs as a desk does. */
public final class Author {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OperatorKey key;
    private final EthereumSignatures signatures;
    private final Address address;

    public Author(EthereumSignatures signatures) {
        this(signatures, OperatorKey.generate(RANDOM));
    }

    private Author(EthereumSignatures signatures, OperatorKey key) {
        this(signatures, key, key.address());
    }

    /** An account that is a contract, for which that key signs. */
    public Author(EthereumSignatures signatures, OperatorKey key, Address contract) {
        this.signatures = signatures;
        this.key = key;
        this.address = contract;
    }

    public Address address() {
        return address;
    }

    public static PublicationForm form() {
        return new PublicationForm("A ship", "goes into the water", List.of("ships"));
    }

    /** A draft of {@link Manifests#small()}. */
    public DraftRequest draft() {
        return new DraftRequest(address(), Manifests.small().toBase64(), form());
    }

    /** What is signed for a draft of {@link #draft()}, valid until the offer ends. */
    public PublishMessage message(DraftReply reply) {
        return message(reply, reply.terms().audience(), reply.terms().expiresAt());
    }

    /** The same, with refunds to another address. */
    public PublishMessage message(DraftReply reply, Address refundTo) {
        return message(reply, reply.terms().audience(), refundTo, reply.terms().expiresAt());
    }

    public PublishMessage message(DraftReply reply, String audience, Instant deadline) {
        return message(reply, audience, address(), deadline);
    }

    private PublishMessage message(DraftReply reply, String audience, Address refundTo, Instant deadline) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new PublishMessage(
                audience,
                reply.id(),
                reply.nonce(),
                address(),
                Manifests.small().hash(),
                form().hash(),
                reply.terms().hash(),
                refundTo,
                Bytes32.of(salt),
                deadline.getEpochSecond());
    }

    public SignatureRequest sign(PublishMessage message, long chainId) {
        Bytes32 digest = signatures.digest(message.typedData(chainId));
        return new SignatureRequest(
                signatures.sign(digest, key), message.refundTo(), message.salt(), message.deadline());
    }
}
