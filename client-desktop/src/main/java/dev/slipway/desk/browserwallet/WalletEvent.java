package dev.slipway.desk.browserwallet;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;

/** How far the person in the browser is. */
public sealed interface WalletEvent {

    /** A tab took the link, or came again. */
    record PageOpened() implements WalletEvent {}

    /** @param wallet as it calls itself */
    record Connected(Address account, String wallet) implements WalletEvent {}

    /** By the connected account, checked. */
    record Signed(String signature) implements WalletEvent {}

    /** The wallet shows the payment to the person. */
    record PaymentAsked() implements WalletEvent {}

    /** The person or the wallet said no; nothing was paid. */
    record PaymentRefused() implements WalletEvent {}

    /** Whether there is a payment is not known: the chain is searched. */
    record PaymentUnclear() implements WalletEvent {}

    /** The wallet says so; not yet seen by our node. */
    record PaymentClaimed(Bytes32 hash) implements WalletEvent {}

    /** Our node has what lets the payment contract take a token; the payment comes next. */
    record Allowed(Bytes32 hash) implements WalletEvent {}

    /** Our node has it, and it is what was ordered. */
    record Paid(Bytes32 hash) implements WalletEvent {}
}
