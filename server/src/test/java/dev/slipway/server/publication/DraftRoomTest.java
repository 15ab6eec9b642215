package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A server that keeps three drafts. */
@ServerTest
@TestPropertySource(properties = "slipway.drafts=3")
class DraftRoomTest {
    private final ApiClient api;
    private final Author author;
    private final Publications publications;
    private final TransactionTemplate transactions;

    @Autowired
    DraftRoomTest(
            @LocalServerPort int port,
            EthereumSignatures signatures,
            Publications publications,
            TransactionTemplate transactions) {
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
        this.publications = publications;
        this.transactions = transactions;
    }

    @Test
    void theOldestUnsignedDraftMakesRoomAndASignedOneNever() throws Exception {
        DraftReply signed = api.draft(author);
        SignatureReply signature = api.signed(author, signed);
        DraftReply oldest = api.draft(author);
        DraftReply younger = api.draft(author);

        DraftReply newest = api.draft(author);

        assertThat(content(oldest)).isEqualTo(ContentState.EXPIRED);
        assertThat(List.of(content(signed), content(younger), content(newest))).containsOnly(ContentState.DRAFT);
        assertThat(api.get("/api/publications/" + signed.id(), signature.grant())
                        .statusCode())
                .isEqualTo(200);

        transactions.executeWithoutResult(status -> publications.forgetUnsigned());
        assertThat(publications.find(oldest.id())).isEmpty();
        assertThat(publications.find(younger.id())).isPresent();

        api.signed(author, younger);
        api.signed(author, newest);
        HttpResponse<String> oneMore =
                api.sendJson("POST", "/api/publications", Json.STRICT.writeValueAsString(author.draft()));
        assertThat(ApiClient.problem(oneMore).code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    }

    private ContentState content(DraftReply draft) {
        return publications.find(draft.id()).orElseThrow().content();
    }
}
