package dev.slipway.desk.testing;

import dev.slipway.desk.ethereum.Fees;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.signing.PublishMessage;
import java.math.BigInteger;

/** An agreement and its payment, as a wallet is asked to sign them. */
public final class Publishing {
    public static final long CHAIN = 31337;
    public static final Address RECIPIENT = new Address("0x" + "51".repeat(20));
    public static final BigInteger PRICE = BigInteger.valueOf(2_000_000);

    private Publishing() {}

    public static PublishMessage message(Address author) {
        return new PublishMessage(
                "https://video.example",
                PublicationId.parse("01234567-89ab-4def-8123-456789abcdef"),
                filled("01"),
                author,
                filled("02"),
                filled("03"),
                filled("04"),
                author,
                filled("05"),
                1_800_000_000L);
    }

    /** Costs 300 wei of fees at most. */
    public static Transfer transfer(Bytes32 reference, long nonce) {
        return new Transfer(
                CHAIN,
                BigInteger.valueOf(nonce),
                RECIPIENT,
                PRICE,
                reference,
                BigInteger.valueOf(100),
                new Fees(BigInteger.valueOf(3), BigInteger.ONE));
    }

    public static Bytes32 filled(String twoDigits) {
        return new Bytes32("0x" + twoDigits.repeat(32));
    }
}
