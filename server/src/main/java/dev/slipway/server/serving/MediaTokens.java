package dev.slipway.server.serving;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.access.Tier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Mints and checks the first part of a media address: expiry and tier, with an HMAC-SHA256 (RFC 2104, cut to 128 bits)
 * that also covers the publication. A cache in front leaves this part out of its key, so all viewers share one copy.
 * Safe for use by many threads.
 */
final class MediaTokens {
    static final Duration LIFETIME = Duration.ofHours(12);
    /** Expiries are rounded up to this, so that pages made within six hours name the same addresses. */
    static final Duration STEP = Duration.ofHours(6);

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "slipway media token 1".getBytes(StandardCharsets.US_ASCII);
    private static final int CLAIM_BYTES = Long.BYTES + 1;
    private static final int MAC_BYTES = 16;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{34}");

    private final SecretKey key;
    private final InstantSource clock;

    MediaTokens(SecretKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** What a token turned out to be. */
    sealed interface Verdict {
        /** Ours, for this publication, and in time. */
        record Valid(Tier tier) implements Verdict {}

        /** Ours, and too old. */
        record Expired() implements Verdict {}

        /** Not ours, or another publication's. */
        record Forged() implements Verdict {}
    }

    String mint(PublicationId publication, Tier tier) {
        long latest = clock.instant().plus(LIFETIME).getEpochSecond();
        long expiry = Math.ceilDiv(latest, STEP.toSeconds()) * STEP.toSeconds();
        byte[] claim = ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(expiry)
                .put(tier.wireNumber())
                .array();
        byte[] token = ByteBuffer.allocate(CLAIM_BYTES + MAC_BYTES)
                .put(claim)
                .put(mac(publication, claim))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    Verdict check(PublicationId publication, String token) {
        if (!SHAPE.matcher(token).matches()) {
            return new Verdict.Forged();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        byte[] claim = Arrays.copyOf(bytes, CLAIM_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, CLAIM_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac, mac(publication, claim))) {
            return new Verdict.Forged();
        }
        ByteBuffer fields = ByteBuffer.wrap(claim);
        Instant expiry = Instant.ofEpochSecond(fields.getLong());
        byte tier = fields.get();
        if (!clock.instant().isBefore(expiry)) {
            return new Verdict.Expired();
        }
        return Arrays.stream(Tier.values())
                .filter(candidate -> candidate.wireNumber() == tier)
                .<Verdict>map(Verdict.Valid::new)
                .findFirst()
                .orElseGet(Verdict.Forged::new);
    }

    private byte[] mac(PublicationId publication, byte[] claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            mac.update(publication.toString().getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(claim), MAC_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
