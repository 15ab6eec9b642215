package dev.slipway.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.database.Jobs;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What operators see of jobs and sweeps, and do about them. */
@ServerTest
@TestPropertySource(properties = "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
class OperatorsWorkTest {
    /** The verification takes no such instance, so it fails each time. */
    private static final String BROKEN = "no-step";

    @Autowired
    private EthereumSignatures signatures;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private String operator;
    private String creator;

    @BeforeEach
    void signIn() throws Exception {
        api = new ApiClient(port);
        SignIn signIn = new SignIn(api, port, signatures);
        operator = signIn.with(SignIn.SECOND);
        creator = signIn.with(OperatorKey.generate(new SecureRandom()));
    }

    @AfterEach
    void tidy() {
        database.sql("DELETE FROM scheduled_tasks WHERE task_instance = :broken")
                .param("broken", BROKEN)
                .update();
        database.sql("DELETE FROM job_failure").update();
    }

    private HttpResponse<String> post(String path, String token) throws Exception {
        return api.send(api.request(path)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private JsonNode job(String state) {
        try {
            JsonNode list = Json.LENIENT.readTree(
                    api.get("/api/operations/jobs?state=" + state, operator).body());
            return StreamSupport.stream(list.path("jobs").spliterator(), false)
                    .filter(job -> job.path("instance").asString().equals(BROKEN))
                    .findFirst()
                    .orElseGet(Json.LENIENT::nullNode);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aJobThatFailsIsListedWithItsReasonAndRunsOnceMoreWhenAsked() throws Exception {
        jobs.now("verify", BROKEN);

        JsonNode failed = Await.until("the failure", () -> job("failing"), job -> job.has("problem"));
        assertThat(failed.path("task").asString()).isEqualTo("verify");
        assertThat(failed.path("failures").asInt()).isPositive();
        assertThat(failed.path("problem").asString()).contains("not a step: " + BROKEN);
        assertThat(failed.path("stuck").asBoolean()).isFalse();

        Instant far = Instant.now().plus(Duration.ofHours(1));
        Await.until("the pause", () -> database.sql("""
                                UPDATE scheduled_tasks SET execution_time = now() + interval '1 hour',
                                    consecutive_failures = 8, version = version + 1
                                WHERE task_instance = :broken AND NOT picked
                                """).param("broken", BROKEN).update(), changed -> changed == 1);
        assertThat(job("failing").path("stuck").asBoolean()).isTrue();
        assertThat(Instant.parse(job("failing").path("dueAt").asString())).isAfter(far.minusSeconds(60));

        assertThat(post("/api/operations/jobs/verify/" + BROKEN + "/retry", operator)
                        .statusCode())
                .isEqualTo(204);
        Await.until(
                "another try", () -> job("failing"), job -> job.path("failures").asInt(0) >= 9);
    }

    @Test
    void jobsThatDoNotFailAreListedOnlyWhereAllAreAskedFor() throws Exception {
        assertThat(api.get("/api/operations/jobs?state=all", operator).body()).contains("sweep-uploads");
        assertThat(api.get("/api/operations/jobs", operator).body()).doesNotContain("sweep-uploads");
        assertThat(api.get("/api/operations/jobs?state=some", operator).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/operations/jobs/verify/nowhere/retry", operator).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSweepIsDryUnlessItIsSaid() throws Exception {
        database.sql("DELETE FROM file_sweep").update();

        HttpResponse<String> dry = post("/api/operations/sweep", operator);
        assertThat(dry.statusCode()).isEqualTo(200);
        assertThat(Json.LENIENT.readTree(dry.body()).path("files").isNumber()).isTrue();
        assertThat(Json.LENIENT.readTree(api.get("/stats").body()).has("lastSweep"))
                .isFalse();

        assertThat(post("/api/operations/sweep?dryRun=false", operator).statusCode())
                .isEqualTo(200);
        JsonNode last = Json.LENIENT.readTree(api.get("/stats").body()).path("lastSweep");
        assertThat(last.path("bytes").isNumber()).isTrue();
        assertThat(post("/api/operations/sweep?dryRun=perhaps", operator).statusCode())
                .isEqualTo(400);
    }

    @Test
    void allOfThisIsForOperators() throws Exception {
        assertThat(api.get("/api/operations/jobs").statusCode()).isEqualTo(401);
        assertThat(api.get("/api/operations/jobs", creator).statusCode()).isEqualTo(403);
        assertThat(post("/api/operations/jobs/verify/x/retry", creator).statusCode())
                .isEqualTo(403);
        assertThat(post("/api/operations/sweep", creator).statusCode()).isEqualTo(403);
    }
}
