package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

class LocalSignerTest {
    private static final String JUNK = "test test test test test test test test test test test junk";
    private static final Address FIRST = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

    @ParameterizedTest
    @CsvSource({
        JUNK + ",0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about,"
                + "0x9858EfFD232B4033E47d90003D41EC34EcaEda94"
    })
    void wellKnownPhrasesGiveTheirWellKnownAccounts(String phrase, String address) {
        assertThat(LocalSigner.fromPhrase(phrase).address()).isEqualTo(new Address(address));
    }

    @Test
    void spacesAndCapitalsInAPhraseDoNotMatter() {
        assertThat(LocalSigner.fromPhrase(
                                "  " + JUNK.toUpperCase(java.util.Locale.ROOT).replace(" ", "\n ") + "\n")
                        .address())
                .isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test test test test test test test test test test test test",
                "test test",
                "",
                "tset test test test test test test test test test test junk"
            })
    void aPhraseWithoutAChecksumIsRefused(String phrase) {
        assertThatThrownBy(() -> LocalSigner.fromPhrase(phrase)).isInstanceOf(DeskException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "12",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
            })
    void numbersOutsideTheCurvesOrderAreNoKeys(String key) {
        assertThatThrownBy(() -> LocalSigner.fromPrivateKey(key)).isInstanceOf(DeskException.class);
    }

    @Test
    void aTransferCarriesTheReferenceAndItsSendersSignature() throws Exception {
        LocalSigner signer = LocalSigner.fromPhrase(JUNK);
        Bytes32 reference = new Bytes32("0x" + "ab".repeat(32));
        Transfer transfer = new Transfer(
                31337,
                BigInteger.TWO,
                new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"),
                BigInteger.valueOf(123),
                reference,
                BigInteger.valueOf(22_280),
                new Fees(BigInteger.valueOf(3), BigInteger.ONE));

        SignedTransaction signed = signer.sign(transfer);

        SignedRawTransaction decoded = (SignedRawTransaction) TransactionDecoder.decode(signed.raw());
        assertThat(new Address(decoded.getFrom())).isEqualTo(signer.address());
        assertThat("0x" + decoded.getData()).isEqualTo(reference.hex());
        assertThat(decoded.getValue()).isEqualTo(123);
        assertThat(decoded.getNonce()).isEqualTo(2);
        assertThat(((Transaction1559) decoded.getTransaction()).getChainId()).isEqualTo(31337);
        assertThat(signer.sign(transfer))
                .as("the same bytes every time (RFC 6979)")
                .isEqualTo(signed);
    }

    @Test
    void theKeyDoesNotPrintItself() {
        assertThat(LocalSigner.fromPhrase(JUNK).toString())
                .doesNotContain("ac0974be")
                .contains("hidden");
    }
}
