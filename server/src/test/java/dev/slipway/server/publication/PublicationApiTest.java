package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.terms.OperatorReply;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PublicationApiTest {
    /** Order of secp256k1 (SEC 2, section 2.4.1). */
    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private final ApiClient api;
    private final EthereumSignatures signatures;
    private final Author author;
    private final PublicationRows rows;

    @Autowired
    PublicationApiTest(@LocalServerPort int port, EthereumSignatures signatures, PublicationRows rows) {
        this.rows = rows;
        this.api = new ApiClient(port);
        this.signatures = signatures;
        this.author = new Author(signatures);
    }

    @Test
    void theOfferIsSignedByTheKeyThatTheServerNames() throws Exception {
        OperatorReply operator = Json.STRICT.readValue(api.get("/api/operator").body(), OperatorReply.class);
        DraftReply draft = api.draft(author);
        Terms terms = draft.terms();
        TermsMessage message = new TermsMessage(draft.id(), draft.nonce(), terms.hash());
        assertThat(signatures.recover(signatures.digest(message.typedData(terms.chainId())), draft.termsSignature()))
                .contains(operator.address());
        assertThat(terms.audience()).isEqualTo(operator.audience());
        assertThat(terms.uploadBytes()).isEqualTo(1500);
    }

    @Test
    void theReferenceIsTheDigestOfWhatTheAuthorSigned() throws Exception {
        DraftReply draft = api.draft(author);
        PublishMessage message = author.message(draft);
        SignatureRequest request = author.sign(message, draft.terms().chainId());
        SignatureReply reply =
                Json.STRICT.readValue(api.sign(draft.id(), request).body(), SignatureReply.class);
        assertThat(reply.reference())
                .isEqualTo(signatures.digest(message.typedData(draft.terms().chainId())));
        assertThat(api.sign(draft.id(), request).body())
                .as("the same signature again")
                .isEqualTo(Json.STRICT.writeValueAsString(reply));
    }

    @Test
    void aSecondSignatureDoesNotReplaceTheFirst() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply first = api.signed(author, draft);
        HttpResponse<String> second = api.sign(
                draft.id(), author.sign(author.message(draft), draft.terms().chainId()));
        assertThat(ApiClient.problem(second).code()).isEqualTo(ProblemCode.WRONG_STATE);
        PublicationStatus.Payment payment = status(draft, first.grant()).payment();
        assertThat(payment)
                .isNotNull()
                .extracting(PublicationStatus.Payment::reference)
                .isEqualTo(first.reference());
    }

    /** Honest digests never meet, because each covers its own draft; a row that holds one already must still win. */
    @Test
    void aReferenceThatStandsForAnotherPublicationIsRefused() throws Exception {
        DraftReply draft = api.draft(author);
        PublishMessage message = author.message(draft);
        long chainId = draft.terms().chainId();
        SignatureRequest request = author.sign(message, chainId);
        PublicationRow holder = rows.findById(api.draft(author).id().uuid()).orElseThrow();
        holder.sign(signatures.digest(message.typedData(chainId)), request);
        rows.saveAndFlush(holder);

        assertRefused(api.sign(draft.id(), request), ProblemCode.REFERENCE_USED);
    }

    @Test
    void aSignatureBySomebodyElseIsRefused() throws Exception {
        DraftReply draft = api.draft(author);
        Author other = new Author(signatures);
        SignatureRequest forged =
                other.sign(author.message(draft), draft.terms().chainId());
        assertRefused(api.sign(draft.id(), forged), ProblemCode.SIGNATURE_INVALID);
    }

    @Test
    void aSignatureForAnotherServerIsRefused() throws Exception {
        DraftReply draft = api.draft(author);
        PublishMessage elsewhere =
                author.message(draft, "https://elsewhere.example", draft.terms().expiresAt());
        assertRefused(
                api.sign(draft.id(), author.sign(elsewhere, draft.terms().chainId())), ProblemCode.SIGNATURE_INVALID);
    }

    @Test
    void aSignatureForAnotherDraftOrChainIsRefused() throws Exception {
        DraftReply draft = api.draft(author);
        DraftReply other = api.draft(author);
        assertRefused(
                api.sign(
                        draft.id(),
                        author.sign(author.message(other), draft.terms().chainId())),
                ProblemCode.SIGNATURE_INVALID);
        assertRefused(api.sign(draft.id(), author.sign(author.message(draft), 1)), ProblemCode.SIGNATURE_INVALID);
    }

    @Test
    void theHighTwinOfASignatureIsRefused() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureRequest low = author.sign(author.message(draft), draft.terms().chainId());
        SignatureRequest high = new SignatureRequest(twin(low.signature()), low.refundTo(), low.salt(), low.deadline());
        assertRefused(api.sign(draft.id(), high), ProblemCode.SIGNATURE_INVALID);
    }

    @Test
    void aSignatureAfterItsDeadlineIsRefused() throws Exception {
        DraftReply draft = api.draft(author);
        PublishMessage late = author.message(draft, draft.terms().audience(), Instant.EPOCH);
        assertRefused(api.sign(draft.id(), author.sign(late, draft.terms().chainId())), ProblemCode.SIGNATURE_EXPIRED);
    }

    @Test
    void anAddressThatCouldNotBePaidBackIsRefusedBeforeAnybodyPays() throws Exception {
        DraftReply draft = api.draft(author);
        for (Address nobodys : List.of(Address.ZERO, draft.terms().recipient())) {
            PublishMessage message = author.message(draft, nobodys);
            assertRefused(
                    api.sign(draft.id(), author.sign(message, draft.terms().chainId())), ProblemCode.BAD_REQUEST);
        }
        assertThat(api.signed(author, draft).grant()).isNotEmpty();
    }

    @Test
    void onlyTheGrantShowsADraft() throws Exception {
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        String path = "/api/publications/" + draft.id();
        assertThat(status(draft, signed.grant()).content()).isEqualTo(ContentState.DRAFT);
        assertThat(ApiClient.problem(api.get(path)).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(ApiClient.problem(api.get(path, signed.grant() + "x")).code())
                .isEqualTo(ProblemCode.UNAUTHORIZED);
    }

    @Test
    void aManifestThatBreaksTheRulesIsRefusedWithTheFieldAtFault() throws Exception {
        String manifest = Base64.getEncoder()
                .encodeToString("{\"version\":1,\"createdAt\":\"2026-01-01T00:00:00Z\",\"artifacts\":[]}"
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> reply = api.sendJson(
                "POST",
                "/api/publications",
                "{\"author\":\"" + author.address() + "\",\"manifest\":\"" + manifest
                        + "\",\"form\":{\"title\":\"A ship\"}}");
        assertRefused(reply, ProblemCode.INVALID_MANIFEST);
    }

    @Test
    void anEmptyTitleIsRefusedWithTheFieldAtFault() throws Exception {
        HttpResponse<String> reply = api.sendJson(
                "POST",
                "/api/publications",
                Json.STRICT.writeValueAsString(author.draft()).replace("A ship", " "));
        assertRefused(reply, ProblemCode.INVALID_FORM);
        assertThat(ApiClient.problem(reply).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("title"));
    }

    @Test
    void aTextThatWouldBeRejectedIsRefusedBeforeAnybodyPays() throws Exception {
        HttpResponse<String> reply = api.sendJson(
                "POST",
                "/api/publications",
                Json.STRICT.writeValueAsString(author.draft()).replace("A ship", "What the fu\u0441k"));
        assertRefused(reply, ProblemCode.TEXT_REFUSED);
    }

    @Test
    void anAuthorMayNotHoardSignedDrafts() throws Exception {
        Author hoarder = new Author(signatures);
        for (int i = 0; i < 20; i++) {
            api.signed(hoarder, api.draft(hoarder));
        }
        DraftReply one = api.draft(hoarder);
        SignatureRequest signature =
                hoarder.sign(hoarder.message(one), one.terms().chainId());
        assertRefused(api.sign(one.id(), signature), ProblemCode.TOO_MANY_REQUESTS);
    }

    @Test
    void draftsThatOthersMakeInAnAuthorsNameDoNotShutTheAuthorOut() throws Exception {
        for (int i = 0; i < 30; i++) {
            api.draft(author);
        }
        assertThat(api.signed(author, api.draft(author)).grant()).isNotEmpty();
    }

    private PublicationStatus status(DraftReply draft, String grant) throws Exception {
        return Json.STRICT.readValue(
                api.get("/api/publications/" + draft.id(), grant).body(), PublicationStatus.class);
    }

    private static void assertRefused(HttpResponse<String> response, ProblemCode code) {
        assertThat(response.body()).contains("\"" + code.code() + "\"");
        assertThat(response.statusCode()).isEqualTo(code.status());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /** (r, n − s) with the other parity verifies just as (r, s) does; EIP-2 allows the lower s only. */
    private static String twin(String signature) {
        byte[] bytes = Hex.parse(signature);
        BigInteger s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64)));
        byte[] high = s.toByteArray();
        System.arraycopy(high, high.length - 32, bytes, 32, 32);
        bytes[64] = (byte) (bytes[64] == 27 ? 28 : 27);
        return Hex.of(bytes);
    }
}
