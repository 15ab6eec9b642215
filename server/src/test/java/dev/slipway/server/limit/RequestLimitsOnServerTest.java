package dev.slipway.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Over real HTTP. The test stands for a trusted proxy, so that each case has clients of its own. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.limit-sign-in=4",
            "slipway.limit-write=3",
            "slipway.limit-upload=3",
            "slipway.limit-read=4",
            "slipway.limit-media=3",
            "slipway.limit-account=5",
            "slipway.limit-events=2",
            "slipway.trusted-proxies=127.0.0.1"
        })
class RequestLimitsOnServerTest {
    private final ApiClient api;
    private final int port;
    private final EthereumSignatures signatures;
    private final LimitFilter filter;
    private final Publications publications;

    @Autowired
    RequestLimitsOnServerTest(
            @LocalServerPort int port, EthereumSignatures signatures, LimitFilter filter, Publications publications) {
        this.publications = publications;
        this.filter = filter;
        this.api = new ApiClient(port);
        this.port = port;
        this.signatures = signatures;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/publications, read, 4, 203.0.113.1",
        "GET, /, read, 4, 203.0.113.2",
        "GET, /nowhere, read, 4, 203.0.113.3",
        "DELETE, /api/publications, write, 3, 203.0.113.4",
        "POST, /api/auth/nonce, sign-in, 4, 203.0.113.5",
        "POST, /api/auth/logout, sign-in, 4, 203.0.113.6",
        "OPTIONS, /api/uploads, upload, 3, 203.0.113.7",
        "PATCH, /api/uploads/0123, upload, 3, 203.0.113.8",
        "GET, /api/%61uth/nonce, sign-in, 4, 203.0.113.9",
        "GET, /api/../api/auth/nonce, sign-in, 4, 203.0.113.10"
    })
    void whatIsTooMuchIsRefusedWithTheTimeToWait(String method, String path, String quota, int most, String client)
            throws Exception {
        for (int left = most - 1; left >= 0; left--) {
            HttpResponse<String> answer = ask(method, path, client);
            assertThat(answer.statusCode()).isNotEqualTo(429);
            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .contains("\"" + quota + "\";q=" + most + ";w=60");
            assertThat(answer.headers().firstValue("RateLimit").orElse(""))
                    .startsWith("\"" + quota + "\";r=" + left + ";t=");
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        }

        HttpResponse<String> refused = ask(method, path, client);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 20L);
        assertThat(refused.headers().firstValue("RateLimit").orElse("")).startsWith("\"" + quota + "\";r=0;t=");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(ApiClient.problem(refused).detail()).contains("from your address", "Go on in");
    }

    @Test
    void anotherAddressAndAnotherKindGoOn() throws Exception {
        exhaust("198.51.100.1");

        assertThat(ask("GET", "/api/publications", "198.51.100.2").statusCode()).isEqualTo(200);
        assertThat(ask("OPTIONS", "/api/uploads", "198.51.100.1").statusCode()).isEqualTo(204);
    }

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() throws Exception {
        for (int host = 1; host <= 4; host++) {
            assertThat(ask("GET", "/api/publications", "2001:db8:5:5::" + host).statusCode())
                    .isEqualTo(200);
        }
        assertThat(ask("GET", "/api/publications", "2001:db8:5:5:ffff::1").statusCode())
                .isEqualTo(429);
        assertThat(ask("GET", "/api/publications", "2001:db8:5:6::1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAClientWritesBeforeTheProxyHelpsNobody() throws Exception {
        exhaust("198.51.100.3");

        assertThat(ask("GET", "/api/publications", "198.51.100.99, 198.51.100.3")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void mediaAreCountedAndTellOnlyWhoAskedTooMuch() throws Exception {
        for (int request = 0; request < 3; request++) {
            HttpResponse<String> answer = ask("GET", "/media/x/y/z", "198.51.100.4");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
        }
        HttpResponse<String> refused = ask("GET", "/assets/site.css", "198.51.100.4");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("RateLimit")).isPresent();
    }

    @Test
    void anAccountIsOneFromWhereverItAsks() throws Exception {
        String token = signIn("198.51.100.11");
        for (int request = 0; request < 5; request++) {
            HttpResponse<String> answer = ask("GET", "/api/account", "198.51.101." + request, token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .contains("\"read\";q=4;w=60, \"account\";q=5;w=60");
        }
        HttpResponse<String> refused = ask("GET", "/api/account", "198.51.101.200", token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(ApiClient.problem(refused).detail()).contains("with your account");

        assertThat(ask("GET", "/api/account", "198.51.101.201", signIn("198.51.100.12"))
                        .statusCode())
                .as("somebody else")
                .isEqualTo(200);
    }

    @Test
    void streamsAreCountedForAsLongAsTheyAreOpen() throws Exception {
        Author author = new Author(signatures);
        ApiClient desk = new ApiClient(port, "192.0.2.9");
        DraftReply draft = desk.draft(author);
        String grant = desk.signed(author, draft).grant();
        String path = "/api/publications/" + draft.id() + "/events";

        InputStream first = open(path, grant, "192.0.2.1").body();
        InputStream second = open(path, grant, "192.0.2.1").body();
        HttpResponse<InputStream> third = open(path, grant, "192.0.2.1");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("60");
        HttpResponse<InputStream> neighbour = open(path, grant, "192.0.2.2");
        assertThat(neighbour.statusCode()).isEqualTo(200);

        first.close();
        second.close();
        neighbour.body().close();
        // The server notices who left when it writes to them for the second time.
        publications.changeContent(draft.id(), ContentState.UPLOADING, null);
        publications.changeContent(draft.id(), ContentState.VERIFYING, null);
        Await.until("the end of all streams", filter::clientsWithStreams, clients -> clients == 0);
        HttpResponse<InputStream> again = open(path, grant, "192.0.2.1");
        assertThat(again.statusCode()).isEqualTo(200);
        again.body().close();
    }

    private HttpResponse<InputStream> open(String path, String grant, String client)
            throws IOException, InterruptedException {
        HttpRequest request = api.request(path)
                .header("X-Forwarded-For", client)
                .header("Authorization", "Bearer " + grant)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    }

    private void exhaust(String client) throws IOException, InterruptedException {
        for (int request = 0; request < 4; request++) {
            assertThat(ask("GET", "/api/publications", client).statusCode()).isEqualTo(200);
        }
        assertThat(ask("GET", "/api/publications", client).statusCode()).isEqualTo(429);
    }

    private String signIn(String client) throws IOException, InterruptedException {
        ApiClient from = new ApiClient(port, client);
        return new SignIn(from, port, signatures).with(OperatorKey.generate(new SecureRandom()));
    }

    private HttpResponse<String> ask(String method, String path, String client)
            throws IOException, InterruptedException {
        return api.send(api.request(path)
                .header("X-Forwarded-For", client)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> ask(String method, String path, String client, String token)
            throws IOException, InterruptedException {
        return api.send(api.request(path)
                .header("X-Forwarded-For", client)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build());
    }
}
