package dev.slipway.server.mail;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import dev.slipway.server.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody gets mail who did not ask for it: an address counts once the code that was sent there comes back, signed in as
 * who asked. A code is good once, for a day, and five tries.
 */
@Service
class NoticeConfirmation {
    private static final Duration PERIOD = Duration.ofDays(1);
    private static final int CODE_BYTES = 15;
    private static final int TRIES = 5;
    private static final int MOST_OF_AN_ACCOUNT = 5;
    private static final int MOST_FOR_AN_ADDRESS = 3;

    private final NoticeAddresses addresses;
    private final MailQueue queue;
    private final Letters letters;
    private final TransactionTemplate transactions;
    private final SecureRandom random;
    private final InstantSource clock;
    private final KeyedHash hash;

    NoticeConfirmation(
            NoticeAddresses addresses,
            MailQueue queue,
            Letters letters,
            TransactionTemplate transactions,
            SecureRandom random,
            InstantSource clock,
            KeyFolder keys,
            KeySettings settings) {
        this.addresses = addresses;
        this.queue = queue;
        this.letters = letters;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
        this.hash = new KeyedHash(keys.key("secret", settings.secretFile(), key -> true), "slipway-mail:");
    }

    /** Says nothing of the address: who had too much mail from here today gets none, and the caller cannot tell. */
    void ask(UUID account, NoticeRequest request) {
        if (!queue.isOn()) {
            throw new ProblemException(ProblemCode.WRONG_STATE, "This server sends no mail.");
        }
        MailAddress address = new MailAddress(request.email());
        transactions.executeWithoutResult(status -> ask(account, address, request.language()));
    }

    /** Those that no limit looks at any more. */
    void forgetRequests() {
        addresses.forgetRequestsUntil(clock.instant().minus(PERIOD));
    }

    private void ask(UUID account, MailAddress address, NoticeLanguage language) {
        Instant now = clock.instant();
        Instant since = now.minus(PERIOD);
        addresses.lock(account);
        if (addresses.requestsOf(account, since) >= MOST_OF_AN_ACCOUNT) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, "There are at most " + MOST_OF_AN_ACCOUNT + " codes in a day.");
        }
        String emailHash = hashOf(address);
        boolean hasRoom = addresses.requestsFor(emailHash, since) < MOST_FOR_AN_ADDRESS;
        addresses.forgetRequestsUntil(since);
        addresses.noteRequest(account, emailHash, now);
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        NoticeAddresses.Reader reader = new NoticeAddresses.Reader(account, address.text(), language);
        addresses.await(reader, hashOf(code), TRIES, now.plus(PERIOD));
        if (hasRoom) {
            queue.add(reader, letters.confirmation(language, code));
        }
    }

    /** @throws ProblemException {@code not-found} for a code that is wrong, too old or used */
    void confirm(UUID account, String code) {
        boolean isRight = Boolean.TRUE.equals(transactions.execute(status -> {
            addresses.lock(account);
            Optional<String> expected = addresses.takeTry(account, clock.instant());
            boolean same = expected.isPresent()
                    && MessageDigest.isEqual(
                            expected.get().getBytes(StandardCharsets.US_ASCII),
                            hashOf(code).getBytes(StandardCharsets.US_ASCII));
            if (same) {
                addresses.confirm(account, clock.instant());
            }
            return same;
        }));
        if (!isRight) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "This code is not the one that was sent, or it is too old. Ask for another.");
        }
    }

    /** Mail that waits goes with it. */
    void takeBack(UUID account) {
        transactions.executeWithoutResult(status -> addresses.delete(account));
    }

    NoticeReply of(UUID account) {
        return new NoticeReply(
                addresses.confirmed(account).map(NoticeConfirmation::shown).orElse(null),
                addresses
                        .waiting(account, clock.instant())
                        .map(NoticeConfirmation::shown)
                        .orElse(null));
    }

    private static NoticeRequest shown(NoticeAddresses.Reader reader) {
        return new NoticeRequest(reader.email(), reader.language());
    }

    private static String hashOf(String code) {
        return Hex.plain(Sha256.of(code.getBytes(StandardCharsets.UTF_8)));
    }

    /** What follows a plus sign leads to the same mailbox almost everywhere (RFC 5233). */
    private String hashOf(MailAddress address) {
        String mailbox = address.text().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
        byte[] bytes = mailbox.getBytes(StandardCharsets.UTF_8);
        return Hex.plain(hash.of(bytes, bytes.length));
    }
}
