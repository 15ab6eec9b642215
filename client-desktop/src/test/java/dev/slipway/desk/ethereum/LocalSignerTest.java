package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
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
                "\ufefftest\u00a0test\u00a0test\u202ftest test test test test test test test\u3000junk",
                "1. test 2. test 3. test 4. test 5. test 6. test 7. test 8. test 9. test 10. test 11. test 12. junk",
                "1.test\n2.test\n3.test\n4.test\n5.test\n6.test\n7.test\n8.test\n9.test\n10.test\n11.test\n12.junk\r\n",
                "1) test 2) test 3) test (4) test [5] test #6 test 7: test 08 test 9 test 10 test 11- test 12 junk",
                "test, test, test, test, test, test; test, test, test, test, test, junk",
                "test\u2028test\u2029test\u0085test\u000btest\ttest\u200btest test test test\u2060 test junk",
                "\uff54\uff45\uff53\uff54 test test test test test test test test test test junk"
            })
    void aPhraseIsUnderstoodAsPeoplePasteIt(String phrase) {
        assertThat(LocalSigner.fromPhrase(phrase).address()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "tset test test test test test test test test test test junk,1",
        "test test hunter2 test test tezt test test test test test junk,3 6",
        "1. test 2. test 3. te5t 4. test 5. test 6. test 7. test 8. test 9. test 10. test 11. test 12. junk,3",
        "t\u0435st test,1",
        "hunter2,1",
    })
    void wordsThatAreNotInTheListAreToldByTheirPlacesAndNotRepeated(String phrase, String places) {
        assertThatThrownBy(() -> LocalSigner.fromPhrase(phrase)).isInstanceOfSatisfying(UnknownWords.class, e -> {
            assertThat(UnknownWords.joined(e.places())).isEqualTo(places.replace(" ", ", "));
            assertThat(e.code()).isEqualTo(ProblemCode.WALLET_INVALID);
            assertThat(e).hasMessageContaining(places.replace(" ", ", "));
            assertThat(e.getMessage()).doesNotContain("hunter2", "tezt", "te5t");
        });
    }

    @ParameterizedTest
    @CsvSource({"test test,it has 2 words", "abandon abandon about,it has 3 words", "'',it has 0 words"})
    void anotherNumberOfWordsIsTold(String phrase, String told) {
        assertThatThrownBy(() -> LocalSigner.fromPhrase(phrase))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatComesAlongWithACopiedKeyDoesNotMatter() {
        String key = "ac0974bec39a17e36ba4a6b4d238ff94\u200b4bacb478cbed5efcae784d7bf4f2ff80";

        assertThat(LocalSigner.fromPrivateKey("\ufeff\u00a00x" + key + "\u2028").address())
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
