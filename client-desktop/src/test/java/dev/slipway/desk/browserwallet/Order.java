package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** One publication's terms, what its author signs and what is paid for it. */
final class Order {
    static final Address RECIPIENT = new Address("0x00000000000000000000000000000000005117a9");
    static final BigInteger PRICE = new BigInteger("2100000000000000");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningOrder signing;

    Order(Address author) {
        this(author, coin());
    }

    /** A price of 2.1 of the token. */
    static Order inToken(Address author, PaymentToken token, Address router) {
        Terms coin = coin();
        return new Order(
                author,
                new Terms(
                        Terms.TOKEN_VERSION,
                        coin.audience(),
                        coin.operator(),
                        Terms.ROUTER_RAIL,
                        coin.chainId(),
                        coin.recipient(),
                        router,
                        PRICE.toString(),
                        null,
                        token,
                        coin.confirmations(),
                        coin.expiresAt(),
                        coin.hostingDays(),
                        coin.uploadBytes(),
                        coin.rules()));
    }

    private static Terms coin() {
        return new Terms(
                Terms.VERSION,
                "https://video.example",
                new Address("0x1111111111111111111111111111111111111111"),
                Terms.PLAIN_RAIL,
                TestChain.ID,
                RECIPIENT,
                PRICE.toString(),
                3,
                Instant.parse("2030-11-21T22:00:00Z"),
                365,
                18_400_000,
                "");
    }

    private Order(Address author, Terms terms) {
        PublishMessage message = new PublishMessage(
                terms.audience(),
                new PublicationId(UUID.randomUUID()),
                random(),
                author,
                random(),
                random(),
                terms.hash(),
                author,
                random(),
                terms.expiresAt().getEpochSecond());
        this.signing = new SigningOrder(message, terms, "An evening in the old town");
    }

    SigningOrder signing() {
        return signing;
    }

    PaymentOrder payment() {
        return new PaymentOrder(signing.terms(), PRICE, signing.reference(), signing.title());
    }

    String signedBy(LocalSigner signer) {
        return signer.sign(signing.typedData());
    }

    /** The payment as it should be. */
    ChainTransaction paidBy(Address payer) {
        return new ChainTransaction(
                random(), payer, RECIPIENT, PRICE, signing.reference().hex(), TestChain.ID, false);
    }

    static Bytes32 random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Bytes32.of(bytes);
    }
}
