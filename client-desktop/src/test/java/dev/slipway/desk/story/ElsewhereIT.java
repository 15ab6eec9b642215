package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.run.Cancellation;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A wallet that this desk knows nothing of pays what a phone reads from the code, over a contract on a real node. */
class ElsewhereIT {
    /** As EIP-681 writes it. */
    private static final Pattern LINK =
            Pattern.compile("ethereum:(0x[0-9a-f]{40})@31337/pay\\?bytes32=(0x[0-9a-f]{64})&value=([0-9]+)");

    @Test
    void aFilmIsPublishedThatAPhonePaidFor(@TempDir Path folder) throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.ROUTER)) {
            Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), 2, new Cancellation());
            Path home = folder.resolve("home");
            String reference;
            try (Launched first = shipyard.publish(home, film, "--pay-elsewhere")) {
                JsonNode request = first.awaitEvent("payment-request", Shipyard.PUBLISH);
                reference = request.get("data").asString();
                assertThat(request.get("amount").asString()).isEqualTo(Shipyard.PRICE.toString());
                pay(shipyard, request.get("link").asString());
                JsonNode published = first.awaitEvent("published", Shipyard.PUBLISH);
                assertThat(published.get("reference").asString()).isEqualTo(reference);
                assertThat(published.get("transactionHash").asString()).startsWith("0x");
                assertThat(first.exit(Shipyard.START)).as(first.told()).isZero();
            }
            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE);
            assertThat(shipyard.published()).isEqualTo(1);

            try (Launched again = shipyard.publish(home, film)) {
                again.awaitEvent("published", Shipyard.PUBLISH);
            }
            assertThat(shipyard.paid()).as("nothing is paid again").isEqualTo(Shipyard.PRICE);
        }
    }

    /** The desk ends while somebody has its payment before their eyes; its own wallet is full, and must not pay as well. */
    @Test
    void whatWasShownBeforeAKillIsNotPaidASecondTime(@TempDir Path folder) throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.ROUTER)) {
            Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), 2, new Cancellation());
            Path home = folder.resolve("home");
            String link;
            try (Launched first = shipyard.publish(home, film, "--pay-elsewhere")) {
                link = first.awaitEvent("payment-request", Shipyard.PUBLISH)
                        .get("link")
                        .asString();
                first.kill();
            }
            try (Launched own = shipyard.publish(home, film)) {
                JsonNode error = own.awaitEvent("error", Shipyard.PUBLISH);
                assertThat(error.get("code").asString()).isEqualTo("conflict");
                assertThat(error.get("message").asString()).contains("--pay-elsewhere");
            }
            assertThat(shipyard.paid()).as("nobody has paid").isZero();

            pay(shipyard, link);
            try (Launched again = shipyard.publish(home, film, "--pay-elsewhere")) {
                again.awaitEvent("published", Shipyard.PUBLISH);
            }
            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE);
            assertThat(shipyard.published()).isEqualTo(1);
        }
    }

    private static void pay(Shipyard shipyard, String link) throws IOException, InterruptedException {
        Matcher payment = LINK.matcher(link);
        assertThat(payment.matches()).as(link).isTrue();
        String answer = shipyard.chain().call("eth_sendTransaction", """
                        [{"from": "%s", "to": "%s", "value": "0x%s", "data": "%s"}]""".formatted(
                        // The third account of every development chain.
                        "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                        payment.group(1),
                        new BigInteger(payment.group(3)).toString(16),
                        RouterContract.payCall(new Bytes32(payment.group(2)))));
        assertThat(Json.LENIENT.readTree(answer).has("result")).as(answer).isTrue();
    }
}
