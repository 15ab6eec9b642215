package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The bearer token of one publication: HMAC-SHA-256 (RFC 2104) of its id under the server's secret, so none is stored
 * and none can be guessed. It opens the status and, once the payment is in a block, the uploads.
 */
@Component
class Grants {
    private final KeyedHash hash;

    Grants(KeyFolder keys, KeySettings settings) {
        hash = new KeyedHash(keys.key("secret", settings.secretFile(), key -> true), "slipway-grant:");
    }

    String of(PublicationId id) {
        byte[] bytes = id.toString().getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(bytes, bytes.length));
    }

    /** Takes the same time whether the first or the last character differs. */
    boolean matches(PublicationId id, String grant) {
        return MessageDigest.isEqual(
                of(id).getBytes(StandardCharsets.US_ASCII), grant.getBytes(StandardCharsets.UTF_8));
    }
}
