package dev.slipway.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of mail that could not be sent. */
class DeadMailTest extends MailOnServer {
    @Test
    void mailThatWasGivenUpIsSeenByOperatorsAndSentOnceMore() throws Exception {
        String operator = signIn.with(SignIn.SECOND);
        post.stop();
        assertThat(ask(author, address, "en").statusCode()).isEqualTo(202);
        // Seven tries lie behind it.
        database.sql("UPDATE mail SET attempts = 7").update();
        Await.until(
                "the end of its tries",
                () -> {
                    database.sql("UPDATE scheduled_tasks SET execution_time = now() - interval '1 second',"
                                    + " version = version + 1 WHERE task_name = 'send-mail' AND NOT picked")
                            .update();
                    return statistics("dead");
                },
                dead -> dead == 1);
        assertThat(statistics("waiting")).isZero();

        JsonNode dead = Json.LENIENT
                .readTree(api.get("/api/operations/mails", operator).body())
                .path("mails");
        assertThat(dead).hasSize(1);
        assertThat(dead.path(0).path("problem").asString()).isNotBlank();
        assertThat(dead.toString()).as("nobody's address").doesNotContain("@");
        String retry = "/api/operations/mails/" + dead.path(0).path("id").asString() + "/retry";

        post.start();
        assertThat(Await.until("the end of its job", () -> send(retry, operator), status -> status != 404))
                .isEqualTo(204);
        assertThat(arrived(1)).hasSize(1);
        Await.until("an empty queue", this::queued, left -> left == 0);
        assertThat(send(retry, operator)).as("it was sent").isEqualTo(404);
        assertThat(statistics("dead")).isZero();
    }

    private int send(String path, String token) {
        try {
            return api.send(api.request(path)
                            .header("Authorization", "Bearer " + token)
                            .POST(BodyPublishers.noBody())
                            .build())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long statistics(String which) {
        try {
            return Json.LENIENT
                    .readTree(api.get("/stats").body())
                    .path("mails")
                    .path(which)
                    .asLong();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
