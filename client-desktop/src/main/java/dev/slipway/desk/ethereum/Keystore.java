package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.exception.CipherException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Web3 Secret Storage, version 3: a private key under a password. */
public final class Keystore {
    /** Real ones have about 500 bytes. */
    public static final int MAX_BYTES = 16 * 1024;

    /** Bounds of the cost a file from outside may ask for: 512 MiB for scrypt, some seconds for PBKDF2. */
    private static final long MAX_SCRYPT_BYTES = 512L << 20;

    private static final int MAX_PBKDF2_ROUNDS = 10_000_000;

    private Keystore() {}

    /** JSON with scrypt at its standard cost (n = 262144, r = 8, p = 1): needs 256 MiB and about a second. */
    public static String seal(LocalSigner signer, String password) {
        try {
            WalletFile file = Wallet.createStandard(password, signer.keys());
            return Json.LENIENT.writeValueAsString(file);
        } catch (CipherException e) {
            throw new IllegalStateException("every Java platform has AES-128-CTR", e);
        }
    }

    /**
     * The key in it.
     *
     * @throws DeskException {@code wrong-password}; {@code wallet-invalid} with what is wrong, also where what the password
     *     opens is no key; {@code wallet-costly}
     */
    public static LocalSigner open(String json, String password) {
        WalletFile file = parse(json);
        checkCost(file.getCrypto());
        try {
            ECKeyPair keys = Wallet.decrypt(password, file);
            return LocalSigner.of(keys);
        } catch (CipherException e) {
            throw wrongPassword(e);
        }
    }

    /** Whose key it says to hold: only opening it proves that. Empty where it says nothing. */
    public static Optional<Address> address(String json) {
        try {
            return Optional.ofNullable(parse(json).getAddress())
                    .map(address -> new Address(address.startsWith("0x") ? address : "0x" + address));
        } catch (DeskException | IllegalArgumentException e) {
            // What is wrong with it is said by who opens it.
            return Optional.empty();
        }
    }

    private static DeskException wrongPassword(CipherException e) {
        if (String.valueOf(e.getMessage()).contains("Invalid password")) {
            return new DeskException(
                    ProblemCode.WRONG_PASSWORD, "The password does not open this wallet. Check it and try again.", e);
        }
        return notAWallet("it cannot be opened: " + e.getMessage(), e);
    }

    private static WalletFile parse(String json) {
        if (json.length() > MAX_BYTES) {
            throw new DeskException(
                    ProblemCode.WALLET_INVALID, "This is no wallet file: it is larger than " + MAX_BYTES + " bytes.");
        }
        try {
            JsonNode tree = Json.LENIENT.readTree(json);
            KeystoreShape.check(tree);
            return Json.LENIENT.treeToValue(tree, WalletFile.class);
        } catch (KeystoreShape.Misshapen e) {
            throw notAWallet(e.why(), e);
        } catch (JacksonException e) {
            throw notAWallet("it is not the JSON of Web3 Secret Storage, version 3", e);
        }
    }

    private static void checkCost(WalletFile.Crypto crypto) {
        // Its declared type is hidden inside web3j: a switch on that would not link.
        Object derivation = crypto.getKdfparams();
        Cost cost = switch (derivation) {
            case WalletFile.ScryptKdfParams scrypt -> ofScrypt(scrypt);
            case WalletFile.Aes128CtrKdfParams pbkdf2 -> ofPbkdf2(pbkdf2);
            case null, default -> Cost.UNKNOWN;
        };
        if (cost == Cost.TOO_DEAR) {
            throw new DeskException(
                    ProblemCode.WALLET_COSTLY,
                    "This wallet file asks for more memory or time than any wallet program writes: at most "
                            + (MAX_SCRYPT_BYTES >> 20) + " MiB for scrypt and " + MAX_PBKDF2_ROUNDS
                            + " rounds of PBKDF2 are allowed. Seal it at a usual cost with the program that made it.");
        }
        if (cost == Cost.UNKNOWN) {
            throw notAWallet("its key derivation breaks a rule of its own", null);
        }
    }

    /** What a file from outside asks for before its key is out. */
    private enum Cost {
        USUAL,
        TOO_DEAR,
        UNKNOWN
    }

    private static Cost ofPbkdf2(WalletFile.Aes128CtrKdfParams pbkdf2) {
        if (pbkdf2.getC() <= 0 || pbkdf2.getDklen() != 32) {
            return Cost.UNKNOWN;
        }
        return pbkdf2.getC() > MAX_PBKDF2_ROUNDS ? Cost.TOO_DEAR : Cost.USUAL;
    }

    private static Cost ofScrypt(WalletFile.ScryptKdfParams scrypt) {
        int n = scrypt.getN();
        int r = scrypt.getR();
        // RFC 7914, section 2: N is a power of two below 2^(128 · r / 8). Bouncy Castle insists.
        boolean known = n > 1 && r > 0 && scrypt.getP() > 0 && scrypt.getDklen() == 32 && (r > 1 || n < 1 << 16);
        if (!known) {
            return Cost.UNKNOWN;
        }
        boolean usual = n <= 1 << 22 && r <= 64 && scrypt.getP() <= 16 && 128L * n * r <= MAX_SCRYPT_BYTES;
        if (usual && Integer.bitCount(n) != 1) {
            return Cost.UNKNOWN;
        }
        return usual ? Cost.USUAL : Cost.TOO_DEAR;
    }

    private static DeskException notAWallet(String why, @Nullable Throwable cause) {
        String message = "This is no wallet file: " + why + ". Make one with \"slipway wallet create\".";
        return cause == null
                ? new DeskException(ProblemCode.WALLET_INVALID, message)
                : new DeskException(ProblemCode.WALLET_INVALID, message, cause);
    }
}
