package dev.slipway.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {
    private static final WebhookSigner SIGNER = new WebhookSigner("a secret".getBytes(StandardCharsets.UTF_8));
    private static final UUID ENDPOINT = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @Test
    void signaturesAreThoseOfThePublishedExample() {
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(WebhookSigner.signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whoHasTheSecretCanCheckTheHeaders() {
        UUID delivery = UUID.randomUUID();
        Instant now = Instant.ofEpochSecond(1_700_000_000);
        byte[] key = Base64.getDecoder().decode(SIGNER.secret(ENDPOINT).substring("whsec_".length()));

        Map<String, String> headers = SIGNER.headers(ENDPOINT, delivery, now, "{}");

        assertThat(key).hasSize(32);
        assertThat(headers)
                .containsEntry("webhook-id", "msg_" + delivery)
                .containsEntry("webhook-timestamp", "1700000000")
                .containsEntry(
                        "webhook-signature", WebhookSigner.signature(key, "msg_" + delivery, "1700000000", "{}"));
    }

    @Test
    void eachEndpointAndEachServerHasASecretOfItsOwn() {
        WebhookSigner other = new WebhookSigner("another secret".getBytes(StandardCharsets.UTF_8));

        assertThat(SIGNER.secret(ENDPOINT))
                .isEqualTo(SIGNER.secret(ENDPOINT))
                .isNotEqualTo(SIGNER.secret(UUID.randomUUID()))
                .isNotEqualTo(other.secret(ENDPOINT));
    }
}
