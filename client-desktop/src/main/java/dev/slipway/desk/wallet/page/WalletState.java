package dev.slipway.desk.wallet.page;

import dev.slipway.model.ethereum.Address;
import org.jspecify.annotations.Nullable;

/** Where the wallet stands. */
public sealed interface WalletState {

    /** Its file was not looked for yet. */
    record Unknown() implements WalletState {}

    /** There is none on this machine. */
    record None() implements WalletState {}

    record Working(Work work) implements WalletState {}

    /** What takes a second or some. */
    enum Work {
        CREATING,
        IMPORTING,
        UNLOCKING,
        SAVING
    }

    /**
     * A new wallet's words are on the screen, to be written down.
     *
     * @param afterWrongOnes again, because those that were given back were wrong too often
     */
    record WritingDown(Backup backup, boolean afterWrongOnes) implements WalletState {}

    /** Some of the words are wanted back; then it is saved. */
    record Confirming(Backup backup) implements WalletState {}

    /** @param address as the file says; null where it says nothing or cannot be read */
    record Locked(@Nullable Address address, Because because) implements WalletState {}

    /** Why it is locked. */
    enum Because {
        NOT_OPENED,
        BY_HAND,
        IDLE,
        /** The signer process was killed or fell. */
        DIED
    }

    record Unlocked(Address address) implements WalletState {}
}
