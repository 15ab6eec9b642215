package dev.slipway.desk.testing;

import dev.slipway.model.encoding.Json;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.exception.CipherException;
import org.web3j.utils.Numeric;

/** A keystore that opens in no time: scrypt at the cost that is meant for tests. */
public final class LightKeystore {
    /** Of the well-known development phrase's first account. */
    public static final String KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    public static final String PHRASE = "test test test test test test test test test test test junk";
    public static final String ADDRESS = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    private LightKeystore() {}

    public static String of(String password) {
        try {
            return Json.LENIENT.writeValueAsString(
                    Wallet.createLight(password, ECKeyPair.create(Numeric.toBigInt(KEY))));
        } catch (CipherException e) {
            throw new AssertionError(e);
        }
    }
}
