package dev.slipway.server.webhook;

import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Signs requests as Standard Webhooks has it (version 1, symmetric): HMAC-SHA-256 over id, time and body with dots
 * between them. An endpoint's key is an HMAC of its id under the server's secret, so none is kept and a stolen database
 * signs nothing.
 */
@Component
class WebhookSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final KeyedHash keys;

    @Autowired
    WebhookSigner(KeyFolder keys, KeySettings settings) {
        this(keys.key("secret", settings.secretFile(), key -> true));
    }

    WebhookSigner(byte[] secret) {
        this.keys = new KeyedHash(secret, "slipway-webhook:");
    }

    /** As the endpoint's owner is told it, once. */
    String secret(UUID endpoint) {
        return PREFIX + Base64.getEncoder().encodeToString(key(endpoint));
    }

    /** The three headers of one request. */
    Map<String, String> headers(UUID endpoint, UUID delivery, Instant now, String body) {
        String id = "msg_" + delivery;
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", signature(key(endpoint), id, timestamp, body));
    }

    static String signature(byte[] key, String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private byte[] key(UUID endpoint) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(endpoint.getMostSignificantBits())
                .putLong(endpoint.getLeastSignificantBits())
                .array();
        return keys.of(id, id.length);
    }
}
