package dev.slipway.desk.launch.underway;

import dev.slipway.desk.browserwallet.WalletEvent;

/** How far the person is in the browser. */
enum BrowserStage {
    OPENING,
    CONNECTING,
    CONNECTED,
    SIGNED,
    ASKED,
    REFUSED,
    UNCLEAR,
    CLAIMED,
    ALLOWED,
    PAID;

    BrowserStage after(WalletEvent event) {
        return switch (event) {
            // A page that is opened once more goes on where it was.
            case WalletEvent.PageOpened opened -> this == OPENING ? CONNECTING : this;
            case WalletEvent.Connected connected -> this == OPENING || this == CONNECTING ? CONNECTED : this;
            case WalletEvent.Signed signed -> SIGNED;
            case WalletEvent.PaymentAsked asked -> ASKED;
            case WalletEvent.PaymentRefused refused -> REFUSED;
            case WalletEvent.PaymentUnclear unclear -> UNCLEAR;
            case WalletEvent.PaymentClaimed claimed -> CLAIMED;
            case WalletEvent.Allowed allowed -> ALLOWED;
            case WalletEvent.Paid paid -> PAID;
        };
    }
}
