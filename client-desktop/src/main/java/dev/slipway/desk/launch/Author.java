package dev.slipway.desk.launch;

import dev.slipway.desk.ethereum.Signer;

/** Whose publication it becomes, and how they sign and pay. */
public abstract class Author {
    Author() {}

    /** With a key that this desk holds; whoever holds the wallet is asked first. */
    public static Author withKey(Signer signer, Consent consent) {
        return new Author() {
            @Override
            Hand hand(Run run) {
                return new KeyHand(run, signer, consent);
            }
        };
    }

    /** With a wallet in the system's browser, which shows and asks itself. */
    public static Author inBrowser(BrowserDoor door) {
        return new Author() {
            @Override
            Hand hand(Run run) {
                return new BrowserHand(run, door);
            }
        };
    }

    /** With a key that this desk holds, while any wallet pays; whoever holds the key is asked first. */
    public static Author payingElsewhere(Signer signer, Consent consent, PayElsewhere window) {
        return new Author() {
            @Override
            Hand hand(Run run) {
                return new ElsewhereHand(run, signer, consent, window);
            }
        };
    }

    /** For one run; what it opens is closed with it. */
    abstract Hand hand(Run run);
}
