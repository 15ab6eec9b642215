package dev.slipway.desk.ethereum;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The members that every keystore has, each of its kind; checked before any of them is used, because web3j takes what is
 * missing for null and what is no hex digit for one.
 *
 * @param path of the object, for words
 */
record KeystoreShape(String path, JsonNode object) {
    private static final Pattern HEX = Pattern.compile("(0x)?(?<digits>([0-9a-fA-F]{2})+)");
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final int ANY = 0;

    /** @throws Misshapen with the first member that is missing or of another kind */
    static void check(JsonNode file) {
        KeystoreShape root = new KeystoreShape("", file);
        if (!file.isObject() || root.number("version") != 3) {
            throw new Misshapen("its \"version\" is not 3 of Web3 Secret Storage");
        }
        // Parity and MyEtherWallet once wrote it with a capital.
        KeystoreShape crypto = root.object(file.has("Crypto") ? "Crypto" : "crypto");
        crypto.oneOf("cipher", Set.of("aes-128-ctr"));
        crypto.object("cipherparams").hex("iv", BLOCK_BYTES);
        crypto.hex("ciphertext", KEY_BYTES);
        crypto.hex("mac", KEY_BYTES);
        String derivation = crypto.oneOf("kdf", Set.of("scrypt", "pbkdf2"));
        KeystoreShape parameters = crypto.object("kdfparams");
        parameters.hex("salt", ANY);
        parameters.number("dklen");
        if ("scrypt".equals(derivation)) {
            parameters.number("n");
            parameters.number("r");
            parameters.number("p");
        } else {
            parameters.number("c");
            parameters.oneOf("prf", Set.of("hmac-sha256"));
        }
    }

    /** What is wrong with it, as the end of a sentence. Nothing of the file is repeated but the names of members. */
    static final class Misshapen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misshapen(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private JsonNode member(String name) {
        JsonNode member = object.path(name);
        if (member.isMissingNode() || member.isNull()) {
            throw new Misshapen("it has no \"" + path + name + "\"");
        }
        return member;
    }

    private KeystoreShape object(String name) {
        JsonNode member = member(name);
        require(member.isObject(), name, "an object");
        return new KeystoreShape(path + name + ".", member);
    }

    private int number(String name) {
        JsonNode member = member(name);
        require(
                member.isIntegralNumber() && member.canConvertToInt() && member.intValue() > 0,
                name,
                "a whole number from 1 to " + Integer.MAX_VALUE);
        return member.intValue();
    }

    private String oneOf(String name, Set<String> known) {
        JsonNode member = member(name);
        require(
                member.isString() && known.contains(member.stringValue()),
                name,
                String.join(" or ", known.stream().sorted().toList()));
        return member.stringValue();
    }

    private void hex(String name, int bytes) {
        JsonNode member = member(name);
        Matcher digits = HEX.matcher(member.isString() ? member.stringValue() : "");
        require(
                digits.matches() && (bytes == ANY || digits.group("digits").length() == 2 * bytes),
                name,
                bytes == ANY ? "pairs of hex digits" : 2 * bytes + " hex digits");
    }

    private void require(boolean holds, String name, String kind) {
        if (!holds) {
            throw new Misshapen("its \"" + path + name + "\" is not " + kind);
        }
    }
}
