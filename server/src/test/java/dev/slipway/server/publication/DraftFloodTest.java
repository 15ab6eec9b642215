package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy, so that requests can come from several addresses. */
@ServerTest
@TestPropertySource(properties = {"slipway.drafts-per-address=3", "slipway.trusted-proxies=127.0.0.1"})
class DraftFloodTest {
    private static final String FLOOD = "198.51.100.7";
    private static final String BYSTANDER = "203.0.113.9";

    private final ApiClient api;
    private final Author author;
    private final Publications publications;
    private final JdbcClient database;

    @Autowired
    DraftFloodTest(
            @LocalServerPort int port, EthereumSignatures signatures, Publications publications, JdbcClient database) {
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
        this.publications = publications;
        this.database = database;
    }

    @Test
    void oneAddressHasASmallPartOfAllDrafts() throws Exception {
        DraftReply first = draft(FLOOD);
        DraftReply second = draft(FLOOD);
        DraftReply third = draft(FLOOD);
        DraftReply fourth = draft(FLOOD);
        assertThat(content(first)).as("its own oldest makes room").isEqualTo(ContentState.EXPIRED);
        api.signed(author, second);
        api.signed(author, third);
        api.signed(author, fourth);

        HttpResponse<String> refused = ask(FLOOD);

        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(refused.headers().firstValue("Retry-After")).contains("600");
        DraftReply bystanders = draft(BYSTANDER);
        assertThat(content(bystanders)).isEqualTo(ContentState.DRAFT);
        publications.changeContent(second.id(), ContentState.EXPIRED, null);
        assertThat(content(draft(FLOOD))).isEqualTo(ContentState.DRAFT);
        assertThat(database.sql("SELECT client_hash FROM draft_client WHERE publication_id = :id")
                        .param("id", second.id().uuid())
                        .query(String.class)
                        .list())
                .as("nothing of an address is kept longer than the draft")
                .isEmpty();
    }

    private DraftReply draft(String address) throws Exception {
        return Json.STRICT.readValue(ask(address).body(), DraftReply.class);
    }

    private HttpResponse<String> ask(String address) throws Exception {
        return api.send(api.request("/api/publications")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString(Json.STRICT.writeValueAsString(author.draft())))
                .build());
    }

    private ContentState content(DraftReply draft) {
        return publications.find(draft.id()).orElseThrow().content();
    }
}
