package dev.slipway.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.Problem;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ProblemApiTest {
    private static final String DRAFTS = "/api/publications";
    private static final int TOO_MUCH = 600_000;

    private final ApiClient api;

    @Autowired
    ProblemApiTest(@LocalServerPort int port) {
        this.api = new ApiClient(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"author\":1}",
                "{\"author\":\"0x12\",\"manifest\":\"\",\"form\":{\"title\":\"x\"}}",
                "{\"author\":\"0x1111111111111111111111111111111111111111\"}",
                "{\"unknown\":true}",
                "{\"manifest\":\"\",\"manifest\":\"\"}"
            })
    void aBodyThatIsNotTheJsonExpectedIsABadRequest(String body) throws Exception {
        assertProblem(api.sendJson("POST", DRAFTS, body), ProblemCode.BAD_REQUEST);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedByItsLength() throws Exception {
        assertProblem(api.sendJson("POST", DRAFTS, " ".repeat(TOO_MUCH)), ProblemCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void aBodyThatNeverTellsItsLengthIsRefusedOnceItIsTooLong() throws Exception {
        byte[] spaces = " ".repeat(TOO_MUCH).getBytes(StandardCharsets.US_ASCII);
        HttpRequest chunked = api.request(DRAFTS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces)))
                .build();
        assertProblem(api.send(chunked), ProblemCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        HttpRequest text = api.request(DRAFTS)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("hello"))
                .build();
        assertProblem(api.send(text), ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    /** Whatever the libraries on board could read: it would be read without our limits and rules. */
    @ParameterizedTest
    @CsvSource({
        "PUT, /nothing, application/x-www-form-urlencoded",
        "POST, /api/publications, application/x-www-form-urlencoded",
        "POST, /api/auth/refresh, application/yaml",
        "POST, /api/auth/refresh, application/vnd.a+yaml",
        "POST, /api/publications, multipart/form-data",
        "POST, /api/publications, application/*+json",
        "PATCH, /api/publications, application/xml",
        "DELETE, /api/account, Application/X-WWW-Form-Urlencoded; charset=utf-8"
    })
    void whatIsNoJsonIsRefusedUnread(String method, String path, String type) throws Exception {
        byte[] much = "refreshToken: x\n".repeat(TOO_MUCH / 10).getBytes(StandardCharsets.US_ASCII);
        HttpRequest chunked = api.request(path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much)))
                .build();
        assertProblem(api.send(chunked), ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void nothingToManageTheServerByIsThere() throws Exception {
        assertThat(api.get("/actuator").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherMethodIsRefusedAndThePossibleOnesNamed() throws Exception {
        HttpResponse<String> response = api.sendJson("DELETE", DRAFTS, "{}");
        assertProblem(response, ProblemCode.METHOD_NOT_ALLOWED);
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nowhere",
                "/api/publications/1",
                "/api/publications/00000000-0000-4000-8000-000000000000",
                "/api/publications/..%2f..%2fetc"
            })
    void anAddressThatNamesNothingIsNotFound(String path) throws Exception {
        HttpResponse<String> response = api.get(path);
        assertThat(response.statusCode()).isIn(404, 400);
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("dev.slipway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?limit=99999999999"})
    void aListLimitOutOfRangeIsABadRequest(String query) throws Exception {
        assertProblem(api.get(DRAFTS + query), ProblemCode.BAD_REQUEST);
    }

    private static void assertProblem(HttpResponse<String> response, ProblemCode code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(code.status());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        Problem problem = ApiClient.problem(response);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).isNotBlank().doesNotContain("Exception").doesNotContain("dev.slipway");
    }
}
