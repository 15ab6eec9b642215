package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.testing.Await;
import dev.slipway.media.MediaEngine;
import dev.slipway.media.run.Cancellation;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Prices in a token, from the command line to the page: a real server, a real chain, tokens of two kinds. */
class TokenIT {
    /** The first account of the wallet's phrase. */
    private static final String AUTHOR = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    /** The fourth account of every development chain, from which anvil sends unasked. */
    private static final String SOMEBODY = "0x90f79bf6eb2c4f870365e785982e1f101e93b906";

    @Test
    void aTokenWithPermitsIsPaidInOneTransaction(@TempDir Path folder) throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.PERMIT_TOKEN)) {
            Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), 2, new Cancellation());
            Path home = folder.resolve("home");

            // Nobody has allowed this token yet, and then nobody has any of it.
            assertRefused(shipyard, home, film, "100", "terms-mismatch", "--max-price 2000000000@" + token(shipyard));
            assertRefused(shipyard, home, film, limit(shipyard), "insufficient-funds", "holds 0 STD");
            assertThat(sent(shipyard)).isZero();

            shipyard.token().mint(AUTHOR, Shipyard.PRICE);
            try (Launched publish = shipyard.publish(home, film, "--max-price", limit(shipyard))) {
                publish.awaitEvent("published", Shipyard.PUBLISH);
                assertThat(publish.exit(Shipyard.START)).as(publish.told()).isZero();
                assertThat(publish.told()).contains("2000000000 STD").doesNotContain("0.002 ETH");
            }
            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE);
            assertThat(sent(shipyard)).as("transactions of the wallet").isEqualTo(1);
            assertThat(allowed(shipyard)).isZero();

            try (Launched again = shipyard.publish(home, film, "--max-price", limit(shipyard))) {
                again.awaitEvent("published", Shipyard.PUBLISH);
            }
            assertThat(shipyard.paid()).as("nothing is paid again").isEqualTo(Shipyard.PRICE);
        }
    }

    /** The desk is killed while its approval waits for a block. */
    @Test
    void betweenAllowanceAndPaymentTheSameCommandGoesOn(@TempDir Path folder) throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.OLD_TOKEN)) {
            Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), 2, new Cancellation());
            Path home = folder.resolve("home");
            shipyard.token().mint(AUTHOR, Shipyard.PRICE.multiply(BigInteger.TWO));
            shipyard.chain().call("evm_setIntervalMining", "[0]");
            try (Launched first = shipyard.publish(home, film, "--max-price", limit(shipyard))) {
                awaitWaiting(shipyard, first);
                first.kill();
            }
            assertThat(sent(shipyard)).isZero();
            shipyard.chain().call("evm_setIntervalMining", "[1]");

            try (Launched again = shipyard.publish(home, film, "--max-price", limit(shipyard))) {
                again.awaitEvent("published", Shipyard.PUBLISH);
                assertThat(again.exit(Shipyard.START)).as(again.told()).isZero();
            }
            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE);
            assertThat(shipyard.published()).isEqualTo(1);
            assertThat(sent(shipyard)).as("one approval and one payment").isEqualTo(2);
            assertThat(allowed(shipyard)).as("exactly the price was allowed").isZero();
        }
    }

    @Test
    void ofATokenThatKeepsAPartTheRestIsPaidWhenItIsWished(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.FEE_TOKEN)) {
            Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), 2, new Cancellation());
            Path home = folder.resolve("home");
            shipyard.token().mint(AUTHOR, Shipyard.PRICE.multiply(BigInteger.TWO));
            assertRefused(
                    shipyard, home, film, limit(shipyard), "payment-required", "1800000000 STD of 2000000000 STD");
            assertRefused(shipyard, home, film, limit(shipyard), "payment-required", "--pay-anew");
            assertThat(sent(shipyard)).as("nothing more is paid by itself").isEqualTo(1);

            try (Launched publish = shipyard.publish(home, film, "--max-price", limit(shipyard), "--pay-anew")) {
                JsonNode error = publish.awaitEvent("error", Shipyard.PUBLISH);
                assertThat(error.get("message").asString()).contains("1980000000 STD of 2000000000 STD");
            }
            assertThat(sent(shipyard)).isEqualTo(2);
            assertThat(shipyard.published()).isZero();
        }
    }

    /** Each approves for itself: the second one does not count on what the first is about to use up. */
    @Test
    void twoFilmsAtATimeDoNotTakeEachOthersAllowance(@TempDir Path folder) throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.OLD_TOKEN)) {
            Path home = folder.resolve("home");
            Path one = MediaEngine.standard().sample(folder.resolve("one.mp4"), 2, new Cancellation());
            Path two = MediaEngine.standard().sample(folder.resolve("two.mp4"), 3, new Cancellation());
            shipyard.token().mint(AUTHOR, Shipyard.PRICE.multiply(BigInteger.TWO));
            try (Launched first = shipyard.publish(home, one, "--max-price", limit(shipyard));
                    Launched second = shipyard.publish(home, two, "--max-price", limit(shipyard))) {
                first.awaitEvent("published", Shipyard.PUBLISH);
                second.awaitEvent("published", Shipyard.PUBLISH);
            }
            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE.multiply(BigInteger.TWO));
            assertThat(sent(shipyard)).as("two approvals and two payments").isEqualTo(4);
            assertThat(allowed(shipyard)).isZero();
        }
    }

    @Test
    void somebodyElsePaysInTwoTransactionsFromTheirWallet(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (Shipyard shipyard = Shipyard.open(folder, Shipyard.Rails.OLD_TOKEN)) {
            Path film = MediaEngine.standard().sample(folder.resolve("film.mp4"), 2, new Cancellation());
            shipyard.token().mint(SOMEBODY, Shipyard.PRICE);
            try (Launched publish =
                    shipyard.publish(folder.resolve("home"), film, "--pay-elsewhere", "--max-price", limit(shipyard))) {
                JsonNode request = publish.awaitEvent("payment-request", Shipyard.PUBLISH);
                assertThat(request.get("token").asString())
                        .isEqualTo(shipyard.token().address().hex());
                assertThat(request.get("symbol").asString()).isEqualTo("OLD");
                assertThat(request.get("link").isNull()).isTrue();
                for (JsonNode call : request.get("calls")) {
                    assertThat(call.get("link").asString())
                            .startsWith("ethereum:" + call.get("to").asString() + "@31337/");
                    shipyard.token()
                            .send(
                                    SOMEBODY,
                                    call.get("to").asString(),
                                    call.get("data").asString());
                }
                JsonNode published = publish.awaitEvent("published", Shipyard.PUBLISH);
                assertThat(published.get("transactionHash").asString()).startsWith("0x");
                assertThat(publish.exit(Shipyard.START)).as(publish.told()).isZero();
            }
            assertThat(shipyard.paid()).isEqualTo(Shipyard.PRICE);
            assertThat(sent(shipyard)).as("the author's own wallet").isZero();
        }
    }

    private static void assertRefused(Shipyard shipyard, Path home, Path film, String limit, String code, String words)
            throws IOException, InterruptedException {
        try (Launched publish = shipyard.publish(home, film, "--max-price", limit)) {
            JsonNode error = publish.awaitEvent("error", Shipyard.PUBLISH);
            assertThat(error.get("code").asString()).isEqualTo(code);
            assertThat(error.get("message").asString()).contains(words);
            assertThat(publish.exit(Shipyard.START)).isEqualTo(1);
        }
    }

    private static void awaitWaiting(Shipyard shipyard, Launched desk) throws IOException, InterruptedException {
        Await.until(
                Shipyard.PUBLISH,
                () -> {
                    assertThat(desk.isAlive()).as(desk.told()).isTrue();
                    return count(shipyard, "pending");
                },
                pending -> pending > 0,
                desk::told);
    }

    /** How many transactions of the author are in blocks. */
    private static int sent(Shipyard shipyard) throws IOException, InterruptedException {
        return count(shipyard, "latest");
    }

    private static int count(Shipyard shipyard, String block) throws IOException, InterruptedException {
        String answer = shipyard.chain().call("eth_getTransactionCount", "[\"" + AUTHOR + "\", \"" + block + "\"]");
        return Integer.decode(Json.LENIENT.readTree(answer).get("result").asString());
    }

    private static BigInteger allowed(Shipyard shipyard) throws IOException, InterruptedException {
        return shipyard.token().allowance(AUTHOR, new Address(shipyard.router()));
    }

    private static String limit(Shipyard shipyard) {
        return "100000000000000@" + token(shipyard);
    }

    private static Address token(Shipyard shipyard) {
        return shipyard.token().address();
    }
}
