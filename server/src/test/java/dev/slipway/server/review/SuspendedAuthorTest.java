package dev.slipway.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.review.strike.Strikes;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who broke the rules too often is told before anything is paid, and nobody else is told. */
@ServerTest
class SuspendedAuthorTest {
    private final Strikes strikes;
    private final JdbcClient database;
    private final EthereumSignatures signatures;
    private final ApiClient api;
    private Author author;

    @Autowired
    SuspendedAuthorTest(
            Strikes strikes, JdbcClient database, EthereumSignatures signatures, @LocalServerPort int port) {
        this.strikes = strikes;
        this.database = database;
        this.signatures = signatures;
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
    }

    @BeforeEach
    void strikeTwice() {
        author = new Author(signatures);
        strike();
        strike();
    }

    @Test
    void theThirdStrikeCloses() throws Exception {
        assertThat(sign().statusCode()).isEqualTo(200);
        strike();
        HttpResponse<String> refused = sign();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.AUTHOR_SUSPENDED);
    }

    @Test
    void whatWasSignedBeforeGoesOn() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureRequest signature =
                author.sign(author.message(draft), draft.terms().chainId());
        assertThat(api.sign(draft.id(), signature).statusCode()).isEqualTo(200);
        strike();
        assertThat(api.sign(draft.id(), signature).statusCode()).isEqualTo(200);
    }

    @Test
    void strikesEndAndAreTakenBack() throws Exception {
        PublicationId third = strike();
        assertThat(sign().statusCode()).isEqualTo(403);
        assertThat(strikes.withdraw(third)).isTrue();
        assertThat(sign().statusCode()).isEqualTo(200);
        strike();
        assertThat(sign().statusCode()).isEqualTo(403);
        database.sql("UPDATE author_strike SET ends_at = now() - interval '1 second' WHERE author = :author")
                .param("author", author.address().hex())
                .update();
        assertThat(sign().statusCode()).isEqualTo(200);
    }

    @Test
    void aPublicationIsOneStrikeAtMost() {
        PublicationId again = new PublicationId(UUID.randomUUID());
        assertThat(strikes.add(author.address(), again, Rule.SPAM)).isTrue();
        assertThat(strikes.add(author.address(), again, Rule.HATE)).isFalse();
    }

    @Test
    void whoHasNotSignedLearnsNothing() throws Exception {
        strike();
        DraftReply draft = api.draft(author);
        Author stranger = new Author(signatures);
        SignatureRequest forged =
                stranger.sign(author.message(draft), draft.terms().chainId());
        assertThat(ApiClient.problem(api.sign(draft.id(), forged)).code()).isEqualTo(ProblemCode.SIGNATURE_INVALID);
    }

    private PublicationId strike() {
        PublicationId id = new PublicationId(UUID.randomUUID());
        assertThat(strikes.add(author.address(), id, Rule.SPAM)).isTrue();
        return id;
    }

    private HttpResponse<String> sign() throws Exception {
        DraftReply draft = api.draft(author);
        return api.sign(
                draft.id(), author.sign(author.message(draft), draft.terms().chainId()));
    }
}
