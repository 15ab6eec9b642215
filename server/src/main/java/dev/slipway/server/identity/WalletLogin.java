package dev.slipway.server.identity;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.SiweRequest;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.SiweMessage;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.SignatureVerifier;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.identity.LoginAttempts.Outcome;
import dev.slipway.server.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Signs in whoever signed a message of EIP-4361 for this server, this chain and this moment. */
@Component
class WalletLogin {
    /** Of a wallet's clock. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final EthereumSignatures signatures;
    private final SignatureVerifier verifier;
    private final ChainEndpoint chain;
    private final PublicOrigin origin;
    private final LoginNonces nonces;
    private final LoginAttempts attempts;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    WalletLogin(
            EthereumSignatures signatures,
            SignatureVerifier verifier,
            ChainEndpoint chain,
            PublicOrigin origin,
            LoginNonces nonces,
            LoginAttempts attempts,
            Accounts accounts,
            Sessions sessions,
            InstantSource clock) {
        this.signatures = signatures;
        this.verifier = verifier;
        this.chain = chain;
        this.origin = origin;
        this.nonces = nonces;
        this.attempts = attempts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Why somebody is not signed in. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Outcome outcome;
        private final ProblemCode code;

        Refused(Outcome outcome, ProblemCode code, String sentence) {
            super(sentence);
            this.outcome = outcome;
            this.code = code;
        }
    }

    /** @param client who asks */
    TokenReply login(SiweRequest request, String client) {
        // Held until the outcome is noted: in between it would count neither way.
        try (LoginAttempts.Place place = attempts.requireRoom(client)) {
            return judge(request, client);
        }
    }

    private TokenReply judge(SiweRequest request, String client) {
        try {
            Address wallet = verified(request);
            attempts.note(client, Outcome.SIGNED_IN);
            return begin(wallet);
        } catch (Refused e) {
            attempts.note(client, e.outcome);
            throw new ProblemException(e.code, String.valueOf(e.getMessage()));
        }
    }

    private TokenReply begin(Address wallet) {
        try {
            return sessions.begin(accounts.of(wallet));
        } catch (DataIntegrityViolationException erased) {
            // The account was erased between the two. Its wallet begins a new one.
            return sessions.begin(accounts.of(wallet));
        }
    }

    private Address verified(SiweRequest request) {
        SiweMessage message = SiweMessage.parse(request.message())
                .orElseThrow(() -> refused("This is no message of EIP-4361, version 1."));
        checkPlace(message);
        checkTime(message);
        if (!signatures.isChecksummed(message.address())) {
            throw refused("The address in the message does not have the checksum of EIP-55.");
        }
        Address wallet = new Address(message.address());
        if (!isSigned(request, wallet)) {
            throw new Refused(
                    Outcome.SIGNATURE_REFUSED,
                    ProblemCode.SIGNATURE_INVALID,
                    "The signature is not by " + wallet.abbreviated() + " over this message.");
        }
        // Last, so that nobody uses up somebody else's.
        if (!nonces.use(message.nonce())) {
            throw new Refused(
                    Outcome.NONCE_REFUSED,
                    ProblemCode.UNAUTHORIZED,
                    "The nonce is not one of this server, or it is over, or it was used before. Ask for a new one and"
                            + " sign again.");
        }
        return wallet;
    }

    private void checkPlace(SiweMessage message) {
        URI here = origin.uri();
        if (!message.domain().equalsIgnoreCase(here.getAuthority())
                || message.scheme() != null && !message.scheme().equalsIgnoreCase(here.getScheme())) {
            throw refused("The message is for " + message.domain() + ", and this is " + here.getAuthority()
                    + ". If you did not mean to sign in there, somebody else asked you to.");
        }
        if (!isHere(URI.create(message.uri()), here)) {
            throw refused("The message signs in to " + message.uri() + ", and this is " + here + ".");
        }
        if (message.chainId() != chain.chainId()) {
            throw refused("The message is for chain " + message.chainId() + ", and this server is on chain "
                    + chain.chainId() + ".");
        }
    }

    private static boolean isHere(URI uri, URI here) {
        return here.getScheme().equalsIgnoreCase(uri.getScheme())
                && uri.getRawAuthority() != null
                && here.getRawAuthority().equals(uri.getRawAuthority().toLowerCase(Locale.ROOT));
    }

    private void checkTime(SiweMessage message) {
        Instant now = clock.instant();
        Instant latest = now.plus(AHEAD);
        if (message.issuedAt().isAfter(latest)) {
            throw refused("The message was issued in the future. Set the clock of your device.");
        }
        @Nullable Instant end = message.expirationTime();
        if (end != null && !now.isBefore(end) || message.issuedAt().isBefore(now.minus(LoginNonces.PERIOD))) {
            throw refused("The message is over. Sign a new one.");
        }
        @Nullable Instant begin = message.notBefore();
        if (begin != null && begin.isAfter(latest)) {
            throw refused("The message is not good yet.");
        }
    }

    private boolean isSigned(SiweRequest request, Address wallet) {
        try {
            return verifier.isBy(wallet, signatures.personalDigest(request.message()), request.signature());
        } catch (ChainUnavailable e) {
            throw new Refused(
                    Outcome.SIGNATURE_UNKNOWN,
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The signature is not by the account's key, and the chain's node, which could tell whether the account"
                            + " is a contract, does not answer. Try again later.");
        }
    }

    private static Refused refused(String sentence) {
        return new Refused(Outcome.MESSAGE_REFUSED, ProblemCode.UNAUTHORIZED, sentence);
    }
}
