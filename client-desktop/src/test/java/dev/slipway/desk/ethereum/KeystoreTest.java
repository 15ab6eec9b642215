package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged by the test vectors of the Web3 Secret Storage Definition. */
class KeystoreTest {
    private static final String PASSWORD = "testpassword";
    private static final String KEY = "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";
    private static final String PBKDF2 = """
            {"crypto": {"cipher": "aes-128-ctr", "cipherparams": {"iv": "6087dab2f9fdbbfaddc31a909735c1e6"},
             "ciphertext": "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46", "kdf": "pbkdf2",
             "kdfparams": {"c": 262144, "dklen": 32, "prf": "hmac-sha256",
                           "salt": "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
             "mac": "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},
             "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6", "version": 3}
            """;
    private static final String SCRYPT = """
            {"crypto": {"cipher": "aes-128-ctr", "cipherparams": {"iv": "83dbcc02d8ccb40e466191a123791e0e"},
             "ciphertext": "d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c", "kdf": "scrypt",
             "kdfparams": {"dklen": 32, "n": 262144, "p": 8, "r": 1,
                           "salt": "ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},
             "mac": "2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},
             "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6", "version": 3}
            """;

    @Test
    void theStandardsVectorOpens() {
        LocalSigner expected = LocalSigner.fromPrivateKey(KEY);

        assertThat(Keystore.open(PBKDF2, PASSWORD).address()).isEqualTo(expected.address());
    }

    @Test
    void whatIsSealedOpensAgainAndSignsTheSame() {
        LocalSigner signer = LocalSigner.random(new SecureRandom());
        String json = Keystore.seal(signer, "пароль with ünïcode");
        Bytes32 digest = Bytes32.of(new byte[32]);

        assertThat(json).contains("262144").doesNotContain("key");
        assertThat(Keystore.open(json, "пароль with ünïcode").sign(digest)).isEqualTo(signer.sign(digest));
    }

    /** Its r of 1 allows an N below 65536 (RFC 7914, section 2) and it asks for 262144; no wallet program writes that. */
    @Test
    void theStandardsScryptVectorBreaksScryptsOwnRuleAndIsRefusedInWords() {
        assertThatThrownBy(() -> Keystore.open(SCRYPT, PASSWORD))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.WALLET_INVALID));
    }

    @Test
    void anotherPasswordIsToldApartFromAnotherFile() {
        assertThatThrownBy(() -> Keystore.open(PBKDF2, "testpasswort"))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.WRONG_PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "hello", "{\"version\":3}", "{\"version\":3,\"crypto\":{}}"})
    void whatIsNoKeystoreIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> Keystore.open(text, PASSWORD))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.WALLET_INVALID));
    }

    @Test
    void aFileThatAsksForTooMuchIsRefusedBeforeItIsTaken() {
        for (String dear : List.of(
                SCRYPT.replace("\"r\": 1", "\"r\": 64"),
                SCRYPT.replace("\"r\": 1", "\"r\": 8").replace("262144", "2147483647"),
                PBKDF2.replace("262144", "2147483647"))) {
            assertThatThrownBy(() -> Keystore.open(dear, PASSWORD))
                    .isInstanceOfSatisfying(
                            DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.WALLET_COSTLY));
        }
    }

    @Test
    void whoseKeyItHoldsIsReadWithoutOpeningIt() {
        LocalSigner signer = LocalSigner.random(new SecureRandom());

        assertThat(Keystore.address(Keystore.seal(signer, PASSWORD))).contains(signer.address());
        assertThat(Keystore.address(PBKDF2)).isEmpty();
        assertThat(Keystore.address("hello")).isEmpty();
        assertThat(Keystore.address(PBKDF2.replace("\"version\": 3", "\"version\": 3, \"address\": \"../x\"")))
                .isEmpty();
    }
}
