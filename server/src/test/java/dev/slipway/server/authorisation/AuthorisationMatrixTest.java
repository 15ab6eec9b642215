package dev.slipway.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Every route of the OpenAPI document, asked by everybody: {@code src/test/resources/authorisation.txt} says what each is
 * answered, and a route that it does not name fails here.
 */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
            // The table fails to sign in often, and from one address.
            "slipway.login-failures=100000"
        })
class AuthorisationMatrixTest {
    private static final int UNAUTHORIZED = 401;

    private final ApplicationContext server;
    private final int port;
    private final ApiClient api;
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    AuthorisationMatrixTest(ApplicationContext server, @LocalServerPort int port) {
        this.server = server;
        this.port = port;
        this.api = new ApiClient(port);
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everybodyIsAnsweredAsTheTableSays(MatrixRow row) throws Exception {
        Map<Asker, Integer> answered = new EnumMap<>(Asker.class);
        for (Asker asker : Asker.values()) {
            Scene scene = new Scene(server, port, api);
            answered.put(asker, status(request(row, scene, scene.token(asker)), row));
        }
        assertThat(answered).isEqualTo(row.expected());
    }

    /** A browser sends cookies by itself, whoever's page asks: no token may be taken from one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void noRouteTakesATokenFromACookie(MatrixRow row) throws Exception {
        for (Asker asker : withToken(row)) {
            Scene scene = new Scene(server, port, api);
            String token = scene.token(asker);
            HttpRequest.Builder request = request(row, scene, null)
                    .header(
                            "Cookie",
                            "Authorization=Bearer " + token + "; access_token=" + token + "; session=" + token);
            assertThat(status(request, row)).as("%s", asker).isEqualTo(row.expected(Asker.NOBODY));
        }
    }

    /** Whatever a page of another site gets its visitor's browser to send, with whichever token. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changing")
    void noPageOfAnotherSiteChangesAnything(MatrixRow row) throws Exception {
        Scene scene = new Scene(server, port, api);
        String token = scene.token(Asker.OPERATOR);
        for (String header : List.of(
                "Origin: https://elsewhere.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            String[] parts = header.split(": ", 2);
            HttpRequest.Builder request = request(row, scene, token).header(parts[0], parts[1]);
            assertThat(status(request, row)).as("%s", header).isEqualTo(403);
        }
    }

    static List<MatrixRow> changing() {
        return rows().stream()
                .filter(row -> !Set.of("GET", "HEAD", "OPTIONS").contains(row.method()))
                .toList();
    }

    /** A form can be sent from anywhere without a question before, and says that it is text. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void whatAFormCanSendIsNoJson(MatrixRow row) throws Exception {
        for (Asker asker : List.of(Asker.NOBODY, Asker.OPERATOR)) {
            Scene scene = new Scene(server, port, api);
            String token = scene.token(asker);
            for (String type :
                    List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
                HttpRequest.Builder request = request(row, scene, token).setHeader("Content-Type", type);
                assertThat(status(request, row)).as("%s by %s", type, asker).isIn(401, 403, 404, 415);
            }
        }
    }

    static List<MatrixRow> json() {
        return changing().stream()
                .filter(row -> row.body() != null && row.headers().isEmpty())
                .toList();
    }

    /** A grant comes with the signature, so what is not signed yet has none. */
    private static List<Asker> withToken(MatrixRow row) {
        return row.address().contains("${unsigned}") ? List.of(Asker.OPERATOR) : List.of(Asker.OPERATOR, Asker.GRANT);
    }

    @Test
    void everyRouteOfTheDocumentIsInTheTable() throws Exception {
        assertThat(operations().keySet())
                .as("rows for new routes go to src/test/resources/authorisation.txt")
                .isEqualTo(rows().stream().map(MatrixRow::operation).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What a route needs is in the document, so that a console or a generated client knows it. */
    @Test
    void theDocumentTellsWhatEachRouteNeeds() throws Exception {
        Map<String, JsonNode> operations = operations();
        for (MatrixRow row : rows()) {
            JsonNode security = node(operations, row).path("security");
            if (row.expected(Asker.NOBODY) == UNAUTHORIZED && !signsIn(row)) {
                assertThat(security.isEmpty())
                        .as("%s names no security scheme", row)
                        .isFalse();
            }
            boolean isForSessions =
                    !security.isEmpty() && security.valueStream().allMatch(way -> way.has("session"));
            if (isForSessions) {
                assertThat(row.expected())
                        .as("%s", row)
                        .containsEntry(Asker.NOBODY, UNAUTHORIZED)
                        .containsEntry(Asker.ENDED, UNAUTHORIZED)
                        .containsEntry(Asker.FORGED, UNAUTHORIZED)
                        .containsEntry(Asker.GRANT, UNAUTHORIZED);
            }
        }
    }

    @Test
    void rolesThatTheDocumentNamesAreThoseThatTheTableLetsIn() throws Exception {
        Map<String, JsonNode> operations = operations();
        Set<String> restricted = new TreeSet<>();
        for (MatrixRow row : rows()) {
            JsonNode roles = node(operations, row).path("x-roles");
            if (roles.isMissingNode()) {
                continue;
            }
            restricted.add(row.operation());
            List<String> named = roles.valueStream().map(JsonNode::asString).toList();
            assertThat(row.expected(Asker.STRANGER)).as("%s", row).isEqualTo(403);
            assertThat(row.expected(Asker.MODERATOR) != 403).as("%s", row).isEqualTo(named.contains("moderator"));
            assertThat(row.expected(Asker.OPERATOR) != 403).as("%s", row).isEqualTo(named.contains("operator"));
        }
        assertThat(restricted).contains("GET /api/operator/refunds", "POST /api/moderation/check");
    }

    /** These answer 401 because what they are given is no proof, not because a token is missing. */
    private static boolean signsIn(MatrixRow row) {
        return Set.of("POST /api/auth/siwe", "POST /api/auth/refresh").contains(row.operation());
    }

    private HttpRequest.Builder request(MatrixRow row, Scene scene, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = api.request(scene.fill(row.address()));
        for (String header : row.headers()) {
            String[] parts = scene.fill(header).split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        String body = row.body();
        if (body != null && row.headers().stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.method(
                row.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(scene.fill(body)));
    }

    /** Reads the body too, but where it streams for as long as somebody listens. */
    private int status(HttpRequest.Builder request, MatrixRow row) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(response.headers().allValues("Set-Cookie")).as("%s", row).isEmpty();
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() >= 400 && !row.method().equals("HEAD")) {
                assertThat(type).isEqualTo("application/problem+json");
                assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("Exception", "dev.slipway");
            } else if (!type.startsWith("text/event-stream")) {
                body.readAllBytes();
            }
            assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
                    .as("%s tells by what to say who one is", row)
                    .isEqualTo(response.statusCode() == UNAUTHORIZED);
            return response.statusCode();
        }
    }

    private static JsonNode node(Map<String, JsonNode> operations, MatrixRow row) {
        return Objects.requireNonNull(operations.get(row.operation()), row.operation());
    }

    /** By "METHOD pattern". */
    private Map<String, JsonNode> operations() throws IOException, InterruptedException {
        JsonNode paths = Json.LENIENT.readTree(api.get("/v3/api-docs").body()).path("paths");
        return paths.propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
