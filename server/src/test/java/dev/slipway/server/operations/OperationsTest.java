package dev.slipway.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OperationsTest {
    private final PreparedPublications prepared;
    private final URI server;

    @Autowired
    OperationsTest(ApplicationContext context, @LocalServerPort int port) {
        this.prepared = new PreparedPublications(context);
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void healthAsksEveryPart() throws Exception {
        JsonNode health = get("/health");

        assertThat(health.path("status").asString()).isIn("up", "degraded");
        assertThat(health.at("/database/status").asString()).isEqualTo("up");
        assertThat(health.at("/storage/status").asString()).isEqualTo("up");
        assertThat(health.at("/storage/freeBytes").asLong()).isPositive();
        assertThat(health.at("/chain/chainId").asLong()).isEqualTo(31337);
        assertThat(health.at("/engine/isolation").asString()).isNotBlank();
    }

    @Test
    void statisticsCountPublicationsByState() throws Exception {
        long before = get("/stats").at("/publications/uploading").asLong();

        prepared.uploading(Manifests.small());
        JsonNode after = get("/stats");

        assertThat(after.at("/publications/uploading").asLong()).isEqualTo(before + 1);
        assertThat(after.at("/publications/taken-down").isNumber()).isTrue();
        assertThat(after.at("/jobs/stuck").asLong()).isZero();
        assertThat(after.at("/uploads/unfinishedLimit").asLong()).isPositive();
        assertThat(after.at("/uploads/reservedBytes").isNumber()).isTrue();
        assertThat(after.at("/storedBytes").isNumber()).isTrue();
        assertThat(after.at("/webhooks/waiting").isNumber()).isTrue();
        assertThat(after.at("/mails/dead").isNumber()).isTrue();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return Json.LENIENT.readTree(answer.body());
        }
    }
}
