package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.exception.CipherException;
import tools.jackson.core.JacksonException;

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
            WalletFile file = Json.LENIENT.readValue(json, WalletFile.class);
            if (file == null || file.getVersion() != 3 || file.getCrypto() == null) {
                throw notAWallet("it is not version 3 of Web3 Secret Storage", null);
            }
            return file;
        } catch (JacksonException e) {
            throw notAWallet("it is not the JSON of Web3 Secret Storage, version 3", e);
        }
    }

    private static void checkCost(WalletFile.Crypto crypto) {
        // Its declared type is hidden inside web3j: a switch on that would not link.
        Object derivation = crypto.getKdfparams();
        boolean fits = switch (derivation) {
            case WalletFile.ScryptKdfParams scrypt -> scryptFits(scrypt);
            case WalletFile.Aes128CtrKdfParams pbkdf2 ->
                pbkdf2.getC() > 0 && pbkdf2.getC() <= MAX_PBKDF2_ROUNDS && pbkdf2.getDklen() == 32;
            case null, default -> false;
        };
        if (!fits || crypto.getCipherparams() == null || crypto.getCiphertext() == null || crypto.getMac() == null) {
            throw notAWallet("its key derivation is missing, unknown or dearer than any wallet program writes", null);
        }
    }

    private static boolean scryptFits(WalletFile.ScryptKdfParams scrypt) {
        long memory = 128L * scrypt.getN() * scrypt.getR();
        return scrypt.getN() > 1
                && scrypt.getN() <= 1 << 22
                && Integer.bitCount(scrypt.getN()) == 1
                && scrypt.getR() > 0
                && scrypt.getR() <= 64
                && scrypt.getP() > 0
                && scrypt.getP() <= 16
                && scrypt.getDklen() == 32
                // RFC 7914, section 2: N is below 2^(128 · r / 8). Bouncy Castle insists.
                && (scrypt.getR() > 1 || scrypt.getN() < 1 << 16)
                && memory <= MAX_SCRYPT_BYTES;
    }

    private static DeskException notAWallet(String why, @Nullable Throwable cause) {
        String message = "This is no wallet file: " + why + ". Make one with \"slipway wallet create\".";
        return cause == null
                ? new DeskException(ProblemCode.WALLET_INVALID, message)
                : new DeskException(ProblemCode.WALLET_INVALID, message, cause);
    }
}
