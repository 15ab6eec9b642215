package dev.slipway.server.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class OpenApiDocumentTest {
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final String origin;

    @Autowired
    OpenApiDocumentTest(@LocalServerPort int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    @Test
    void theCommittedDocumentIsTheOneThatTheServerGives() throws Exception {
        Object document = PRETTY.readValue(get("/v3/api-docs").body(), Object.class);
        String current = PRETTY.writeValueAsString(document) + "\n";
        Path fresh = Path.of("target", "openapi.json").toAbsolutePath();
        Files.writeString(fresh, current);
        Path committed = repository().resolve("docs").resolve("openapi.json");
        assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                .as("docs/openapi.json is out of date. Refresh it: cp %s %s", fresh, committed)
                .isEqualTo(current);
    }

    @Test
    void everyOperationSaysThatItsFailuresAreProblems() throws Exception {
        JsonNode api = PRETTY.readTree(get("/v3/api-docs").body());
        assertThat(api.path("paths").isEmpty()).isFalse();
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.at("/responses/default/content").has("application/problem+json"))
                        .as("%s", operation)
                        .isTrue();
            }
        }
        assertThat(api.at("/components/schemas/ProblemCode/enum").toString()).contains("\"not-a-video\"");
    }

    @Test
    void onlyThePageThatTriesTheApiHasAStyleOfItsOwnAndThatByItsHash() throws Exception {
        assertThat(policy("/swagger-ui/index.html"))
                .contains("style-src 'self' 'sha256-")
                .doesNotContain("unsafe");
        assertThat(policy("/")).doesNotContain("unsafe", "sha256");
    }

    private String policy(String path) throws IOException, InterruptedException {
        HttpResponse<String> reply = get(path);
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofString());
        }
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("media-engine")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
