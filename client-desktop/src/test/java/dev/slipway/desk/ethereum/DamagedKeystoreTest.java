package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keystores that are none, made of good ones: each is refused in words, and never by an accident of ours. */
class DamagedKeystoreTest {
    private static final String PASSWORD = "testpassword";
    private static final String SCRYPT = """
            {"version": 3, "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6",
             "crypto": {"cipher": "aes-128-ctr", "cipherparams": {"iv": "6087dab2f9fdbbfaddc31a909735c1e6"},
             "ciphertext": "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46", "kdf": "scrypt",
             "kdfparams": {"n": 4096, "r": 8, "p": 1, "dklen": 32, "salt": "ae3cd4e7013836a3df6bd7241b12db06"},
             "mac": "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"}}
            """;
    private static final String PBKDF2 = SCRYPT.replace("\"scrypt\"", "\"pbkdf2\"")
            .replace("\"n\": 4096, \"r\": 8, \"p\": 1", "\"c\": 1024, \"prf\": \"hmac-sha256\"");
    static final List<String> SCRYPT_MEMBERS = List.of(
            "/version",
            "/crypto",
            "/crypto/cipher",
            "/crypto/cipherparams",
            "/crypto/cipherparams/iv",
            "/crypto/ciphertext",
            "/crypto/kdf",
            "/crypto/kdfparams",
            "/crypto/kdfparams/n",
            "/crypto/kdfparams/r",
            "/crypto/kdfparams/p",
            "/crypto/kdfparams/dklen",
            "/crypto/kdfparams/salt",
            "/crypto/mac");
    static final List<String> PBKDF2_MEMBERS = List.of(
            "/crypto/kdfparams/c", "/crypto/kdfparams/prf", "/crypto/kdfparams/dklen", "/crypto/kdfparams/salt");
    /** None of them is right anywhere; what follows the first is in JSON. */
    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "1.5",
            "0",
            "-1",
            "-2147483648",
            "2147483648",
            "99999999999999999999",
            "1e400",
            "\"\"",
            "\"0x\"",
            "\"abc\"",
            "\"zz\"",
            "\"hunter2\"",
            "[]",
            "{}",
            "[[]]");

    @ParameterizedTest
    @FieldSource("SCRYPT_MEMBERS")
    void whatIsMissingOrOfAnotherKindIsNamed(String member) {
        assertEachIsNamed(SCRYPT, member);
    }

    @ParameterizedTest
    @FieldSource("PBKDF2_MEMBERS")
    void whatIsMissingOrOfAnotherKindForPbkdf2IsNamed(String member) {
        assertEachIsNamed(PBKDF2, member);
    }

    private static void assertEachIsNamed(String keystore, String member) {
        String name = member.substring(member.lastIndexOf('/') + 1);
        assertThat(refused(without(keystore, member)).getMessage()).contains(name);
        for (String wrong : WRONG) {
            DeskException refused = refused(with(keystore, member, Json.LENIENT.readTree(wrong)));
            assertThat(refused.getMessage()).as(wrong).contains(name).doesNotContain("hunter2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void aCiphertextThatHoldsNoKeyIsNotOpenedThoughItsMacIsRight(int length) throws Exception {
        assertThat(refused(sealed(new byte[length])).getMessage()).contains("crypto.ciphertext");
    }

    static Stream<BigInteger> numbersThatAreNoKeys() {
        BigInteger order = Sign.CURVE_PARAMS.getN();
        return Stream.of(
                BigInteger.ZERO,
                order,
                order.add(BigInteger.ONE),
                BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    }

    @ParameterizedTest
    @MethodSource("numbersThatAreNoKeys")
    void aNumberThatCanNeverSignIsNoWalletThoughItIsSealedWell(BigInteger number) throws Exception {
        assertThat(refused(sealed(Numeric.toBytesPadded(number, 32))).getMessage())
                .contains("no private key");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 12345})
    void whatIsSealedHereLikewiseOpensWhereItIsAKey(long number) throws Exception {
        String json = sealed(Numeric.toBytesPadded(BigInteger.valueOf(number), 32));
        LocalSigner expected = LocalSigner.fromPrivateKey("%064x".formatted(number));

        assertThat(Keystore.open(json, PASSWORD).address()).isEqualTo(expected.address());
        assertThat(Keystore.open(json.replace("\"crypto\"", "\"Crypto\""), PASSWORD)
                        .address())
                .as("as Parity once wrote it")
                .isEqualTo(expected.address());
    }

    private static DeskException refused(String json) {
        DeskException refused = catchThrowableOfType(DeskException.class, () -> Keystore.open(json, PASSWORD));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.code()).as(json).isEqualTo(ProblemCode.WALLET_INVALID);
        return refused;
    }

    /** The secret sealed at the cost of the keystore above, with a MAC that is right. */
    private static String sealed(byte[] secret) throws Exception {
        byte[] key = SCrypt.generate(
                PASSWORD.getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex("ae3cd4e7013836a3df6bd7241b12db06"),
                4096,
                8,
                1,
                32);
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, 0, 16, "AES"),
                new IvParameterSpec(HexFormat.of().parseHex("6087dab2f9fdbbfaddc31a909735c1e6")));
        byte[] text = cipher.doFinal(secret);
        byte[] authentic = Arrays.copyOf(Arrays.copyOfRange(key, 16, 32), 16 + text.length);
        System.arraycopy(text, 0, authentic, 16, text.length);
        String withText = with(SCRYPT, "/crypto/ciphertext", text(text));
        return with(withText, "/crypto/mac", text(Hash.sha3(authentic)));
    }

    private static JsonNode text(byte[] bytes) {
        return Json.LENIENT.getNodeFactory().stringNode(HexFormat.of().formatHex(bytes));
    }

    private static String with(String keystore, String member, JsonNode value) {
        JsonNode tree = Json.LENIENT.readTree(keystore);
        parent(tree, member).set(last(member), value);
        return tree.toString();
    }

    private static String without(String keystore, String member) {
        JsonNode tree = Json.LENIENT.readTree(keystore);
        parent(tree, member).remove(last(member));
        return tree.toString();
    }

    private static ObjectNode parent(JsonNode tree, String member) {
        return (ObjectNode) tree.at(member.substring(0, member.lastIndexOf('/')));
    }

    private static String last(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
