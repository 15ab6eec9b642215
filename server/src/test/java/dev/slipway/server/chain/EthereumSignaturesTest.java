package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.TypedData;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;

/** Judged by the example of EIP-712 ("Ether Mail"), whose key is keccak256("cow"). */
class EthereumSignaturesTest {
    private static final Bytes32 MAIL_DIGEST =
            new Bytes32("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    private static final String MAIL_SIGNATURE = "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
            + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562" + "1c";
    private static final Address COW = new Address("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");
    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private final EthereumSignatures signatures = new Web3jSignatures();

    @Test
    void theDigestIsTheOneOfTheStandardsExample() {
        assertThat(signatures.digest(mail())).isEqualTo(MAIL_DIGEST);
    }

    @Test
    void theSignatureIsTheOneOfTheStandardsExample() {
        OperatorKey cow = OperatorKey.of(Hash.sha3("cow".getBytes(StandardCharsets.UTF_8)));

        assertThat(cow.address()).isEqualTo(COW);
        assertThat(signatures.sign(MAIL_DIGEST, cow)).isEqualTo(MAIL_SIGNATURE);
    }

    @Test
    void theSignerIsRecovered() {
        assertThat(signatures.recover(MAIL_DIGEST, MAIL_SIGNATURE)).contains(COW);
    }

    @Test
    void aRecoveryIdOfZeroOrOneMeansTheSame() {
        assertThat(signatures.recover(MAIL_DIGEST, withV(MAIL_SIGNATURE, "01"))).contains(COW);
    }

    @Test
    void anotherDigestHasAnotherSigner() {
        assertThat(signatures.recover(Bytes32.of(new byte[32]), MAIL_SIGNATURE)).isNotEqualTo(Optional.of(COW));
    }

    @Test
    void theTwinWithHighSIsRefused() {
        String r = MAIL_SIGNATURE.substring(2, 66);
        BigInteger s = new BigInteger(MAIL_SIGNATURE.substring(66, 130), 16);
        String twin = "0x" + r + "%064x".formatted(ORDER.subtract(s)) + "1b";

        assertThat(signatures.recover(MAIL_DIGEST, twin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "1a", "1d", "25", "ff", "80"})
    void otherValuesOfVAreRefused(String v) {
        assertThat(signatures.recover(MAIL_DIGEST, withV(MAIL_SIGNATURE, v))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "0x1234", "not hex at all"})
    void whatIsNotSixtyFiveBytesOfHexIsRefused(String text) {
        assertThat(signatures.recover(MAIL_DIGEST, text)).isEmpty();
        assertThat(signatures.recover(MAIL_DIGEST, MAIL_SIGNATURE + "00")).isEmpty();
        assertThat(signatures.recover(MAIL_DIGEST, MAIL_SIGNATURE.replace('5', 'g')))
                .isEmpty();
    }

    @Test
    void zeroAndTheCurvesOrderAreNoSignatureValues() {
        String zero = "0".repeat(64);
        String one = "%064x".formatted(1);
        String order = "%064x".formatted(ORDER);

        assertThat(signatures.recover(MAIL_DIGEST, "0x" + zero + one + "1b")).isEmpty();
        assertThat(signatures.recover(MAIL_DIGEST, "0x" + one + zero + "1b")).isEmpty();
        assertThat(signatures.recover(MAIL_DIGEST, "0x" + order + one + "1b")).isEmpty();
    }

    @Test
    void anRThatIsNoPointOfTheCurveIsRefused() {
        // x = 5 has no y on secp256k1: 5³ + 7 is not a square of the field.
        String five = "%064x".formatted(5);

        assertThat(signatures.recover(MAIL_DIGEST, "0x" + five + "%064x".formatted(1) + "1b"))
                .isEmpty();
    }

    @Test
    void aGeneratedKeySignsWhatItsAddressIsRecoveredFrom() {
        OperatorKey key = OperatorKey.generate(new SecureRandom());

        assertThat(signatures.recover(MAIL_DIGEST, signatures.sign(MAIL_DIGEST, key)))
                .contains(key.address());
        assertThat(OperatorKey.of(key.secret()).address()).isEqualTo(key.address());
    }

    @Test
    void aKeyNeverPrintsItsSecret() {
        OperatorKey key = OperatorKey.generate(new SecureRandom());

        assertThat(key.toString())
                .doesNotContain(Hex.plain(key.secret()))
                .contains(key.address().hex());
    }

    @Test
    void whatIsNotAScalarOfTheCurveIsNoKey() {
        assertThatThrownBy(() -> OperatorKey.of(new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OperatorKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OperatorKey.of(Hex.parse("0x%064x".formatted(ORDER))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String withV(String signature, String v) {
        return signature.substring(0, 130) + v;
    }

    private static TypedData mail() {
        List<TypedData.Field> person =
                List.of(new TypedData.Field("name", "string"), new TypedData.Field("wallet", "address"));
        List<TypedData.Field> mail = List.of(
                new TypedData.Field("from", "Person"),
                new TypedData.Field("to", "Person"),
                new TypedData.Field("contents", "string"));
        List<TypedData.Field> domain = List.of(
                new TypedData.Field("name", "string"),
                new TypedData.Field("version", "string"),
                new TypedData.Field("chainId", "uint256"),
                new TypedData.Field("verifyingContract", "address"));
        return new TypedData(
                Map.of("EIP712Domain", domain, "Person", person, "Mail", mail),
                "Mail",
                Map.of(
                        "name", "Ether Mail",
                        "version", "1",
                        "chainId", 1,
                        "verifyingContract", "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"),
                Map.of(
                        "from", Map.of("name", "Cow", "wallet", COW.hex()),
                        "to", Map.of("name", "Bob", "wallet", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"),
                        "contents", "Hello, Bob!"));
    }
}
