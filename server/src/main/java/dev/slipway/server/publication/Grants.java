package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The bearer token of one publication: HMAC-SHA-256 (RFC 2104) of its id under the server's secret, so none is stored
 * and none can be guessed. It opens the status and, once the payment is in a block, the uploads.
 */
@Component
class Grants {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "slipway-grant:";

    private final SecretKeySpec secret;

    Grants(KeyFolder keys, KeySettings settings) {
        secret = new SecretKeySpec(keys.key("secret", settings.secretFile(), key -> true), ALGORITHM);
    }

    String of(PublicationId id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(id));
    }

    /** Takes the same time whether the first or the last character differs. */
    boolean matches(PublicationId id, String grant) {
        return MessageDigest.isEqual(
                of(id).getBytes(StandardCharsets.US_ASCII), grant.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(PublicationId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal((PURPOSE + id).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
