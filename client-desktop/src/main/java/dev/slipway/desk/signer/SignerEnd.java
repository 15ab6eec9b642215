package dev.slipway.desk.signer;

import dev.slipway.desk.signer.vault.SignerMain;

/** Why a signer process is gone. */
public enum SignerEnd {
    /** It was told to. */
    LOCKED,
    /** Nobody used it for as long as was agreed. */
    IDLE,
    /** It was killed or fell. */
    DIED;

    static SignerEnd ofStatus(int status) {
        return switch (status) {
            case SignerMain.LOCKED -> LOCKED;
            case SignerMain.IDLE -> IDLE;
            default -> DIED;
        };
    }
}
