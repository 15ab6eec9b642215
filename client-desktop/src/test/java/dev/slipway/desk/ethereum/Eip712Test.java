package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;

/** Judged by the "Mail" example of EIP-712 itself. */
class Eip712Test {
    private static final String MAIL = """
            {"types": {
               "EIP712Domain": [{"name": "name", "type": "string"}, {"name": "version", "type": "string"},
                                {"name": "chainId", "type": "uint256"}, {"name": "verifyingContract", "type": "address"}],
               "Person": [{"name": "name", "type": "string"}, {"name": "wallet", "type": "address"}],
               "Mail": [{"name": "from", "type": "Person"}, {"name": "to", "type": "Person"},
                        {"name": "contents", "type": "string"}]},
             "primaryType": "Mail",
             "domain": {"name": "Ether Mail", "version": "1", "chainId": 1,
                        "verifyingContract": "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},
             "message": {"from": {"name": "Cow", "wallet": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
                         "to": {"name": "Bob", "wallet": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},
                         "contents": "Hello, Bob!"}}
            """;
    private static final Bytes32 DIGEST =
            new Bytes32("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    private static final String SIGNATURE = "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
            + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562"
            + "1c";
    private static final Address COW = new Address("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");

    @Test
    void theDigestIsTheStandardsOwn() {
        assertThat(Eip712.digest(MAIL)).isEqualTo(DIGEST);
    }

    @Test
    void theStandardsKeyGivesTheStandardsSignature() {
        String key = HexFormat.of().formatHex(Hash.sha3("cow".getBytes(StandardCharsets.UTF_8)));
        LocalSigner cow = LocalSigner.fromPrivateKey(key);

        assertThat(cow.address()).isEqualTo(COW);
        assertThat(cow.sign(DIGEST)).isEqualTo(SIGNATURE);
        assertThat(Eip712.recover(DIGEST, SIGNATURE)).contains(COW);
    }

    @Test
    void anotherDigestIsSignedBySomebodyElse() {
        assertThat(Eip712.recover(Bytes32.of(new byte[32]), SIGNATURE)).isNotEqualTo(java.util.Optional.of(COW));
    }

    @Test
    void aSignatureWithHighSIsNone() {
        byte[] bytes = Hex.parse(SIGNATURE);
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
        byte[] high = Sign.CURVE_PARAMS.getN().subtract(s).toByteArray();
        System.arraycopy(high, high.length - 32, bytes, 32, 32);
        bytes[64] = 27;

        assertThat(Eip712.recover(DIGEST, Hex.of(bytes))).isEmpty();
    }

    @Test
    void nonsenseIsNoSignature() {
        assertThat(Eip712.recover(DIGEST, "0x1234")).isEmpty();
        assertThat(Eip712.recover(DIGEST, "0x" + "00".repeat(65))).isEmpty();
        assertThat(Eip712.recover(DIGEST, "0x" + "ff".repeat(65))).isEmpty();
    }
}
