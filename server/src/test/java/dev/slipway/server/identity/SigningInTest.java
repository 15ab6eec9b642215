package dev.slipway.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.AccountReply;
import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.identity.LoginNonce;
import dev.slipway.model.identity.RefreshRequest;
import dev.slipway.model.identity.SiweRequest;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.web3j.crypto.Keys;

/** Over real HTTP, as wallets and pages sign in. */
@ServerTest
@TestPropertySource(properties = "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
class SigningInTest {
    private static final OperatorKey OPERATOR = OperatorKey.of(
            new java.math.BigInteger("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d", 16)
                    .toByteArray());

    @Autowired
    private EthereumSignatures signatures;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private final OperatorKey key = OperatorKey.generate(new SecureRandom());
    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
        database.sql("delete from login_attempt").update();
    }

    @Test
    void whoeverSignsIsSignedIn() throws IOException, InterruptedException {
        TokenReply tokens = tokens(signIn(key, text -> text));
        AccountReply account = account(tokens);

        assertThat(account.wallets()).containsExactly(key.address());
        assertThat(account.roles()).containsExactly(AccountRole.CREATOR);
        assertThat(tokens.expiresIn()).isEqualTo(86_400);
        assertThat(account(tokens(signIn(key, text -> text))).id())
                .as("the same account again")
                .isEqualTo(account.id());
    }

    @Test
    void theSettingsSayWhoRunsTheServer() throws IOException, InterruptedException {
        assertThat(account(tokens(signIn(OPERATOR, text -> text))).roles())
                .containsExactly(AccountRole.CREATOR, AccountRole.OPERATOR);
    }

    @Test
    void tokensAreNotCached() throws IOException, InterruptedException {
        assertThat(signIn(key, text -> text).headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(api.sendJson("POST", "/api/auth/nonce", "").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void aMessageSignsInOnce() throws IOException, InterruptedException {
        String message = message(key, text -> text);
        assertThat(send(key, message).statusCode()).isEqualTo(200);

        assertRefused(send(key, message), ProblemCode.UNAUTHORIZED, "used before");
    }

    /** Each changes the text before it is signed: the signature fits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:PORT wants|evil.example wants|evil.example",
                "127.0.0.1:PORT wants|https://127.0.0.1:PORT wants|is for",
                "URI: http://127.0.0.1:PORT|URI: http://127.0.0.1.evil.example:PORT|signs in to",
                "URI: http://127.0.0.1:PORT|URI: http://127.0.0.1:PORT@evil.example|signs in to",
                "Chain ID: 31337|Chain ID: 1|chain 1",
                "Version: 1|Version: 2|EIP-4361",
            })
    void whatIsForAnotherPlaceIsRefused(String here, String other, String why)
            throws IOException, InterruptedException {
        String port = Integer.toString(this.port);
        String from = here.replace("PORT", port);
        String message = message(key, text -> {
            assertThat(text).contains(from);
            return text.replace(from, other.replace("PORT", port));
        });

        assertRefused(send(key, message), ProblemCode.UNAUTHORIZED, why);
    }

    @Test
    void whatIsForAnotherTimeIsRefused() throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertRefused(
                signIn(key, text -> text + "\nExpiration Time: " + now.minusSeconds(1)),
                ProblemCode.UNAUTHORIZED,
                "is over");
        assertRefused(
                signIn(key, text -> text + "\nNot Before: " + now.plusSeconds(3600)),
                ProblemCode.UNAUTHORIZED,
                "not good yet");
        assertRefused(
                signIn(key, text -> text.replaceAll("Issued At: .*", "Issued At: " + now.plusSeconds(3600))),
                ProblemCode.UNAUTHORIZED,
                "in the future");
        assertRefused(
                signIn(key, text -> text.replaceAll("Issued At: .*", "Issued At: " + now.minusSeconds(3600))),
                ProblemCode.UNAUTHORIZED,
                "is over");
        assertThat(signIn(key, text -> text + "\nExpiration Time: " + now.plusSeconds(60))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressNeedsItsChecksumAndItsOwnSignature() throws IOException, InterruptedException {
        String checksummed = Keys.toChecksumAddress(key.address().hex());
        assertRefused(
                signIn(key, text -> text.replace(checksummed, key.address().hex())),
                ProblemCode.UNAUTHORIZED,
                "checksum");
        Address other = OperatorKey.generate(new SecureRandom()).address();
        assertRefused(
                signIn(key, text -> text.replace(checksummed, Keys.toChecksumAddress(other.hex()))),
                ProblemCode.SIGNATURE_INVALID,
                other.abbreviated());
    }

    @Test
    void aRefusedMessageDoesNotUseUpItsNonce() throws IOException, InterruptedException {
        String message = message(key, text -> text);
        assertThat(send(OPERATOR, message).statusCode()).as("signed by another").isEqualTo(422);

        assertThat(send(key, message).statusCode()).isEqualTo(200);
    }

    @Test
    void whoFailsTooOftenWaits() throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            assertThat(send(key, "nonsense").statusCode()).isEqualTo(401);
        }

        assertRefused(signIn(key, text -> text), ProblemCode.TOO_MANY_REQUESTS, "Try again");
        assertThat(database.sql("select count(*) from login_attempt")
                        .query(Long.class)
                        .single())
                .as("what is refused for that is not kept")
                .isEqualTo(20);
        assertThat(database.sql("select string_agg(client || outcome, ' ') from login_attempt")
                        .query(String.class)
                        .single())
                .doesNotContain("127.0.0.1")
                .contains("message-refused");
    }

    @Test
    void sessionsAreRefreshedAndEnded() throws IOException, InterruptedException {
        TokenReply first = tokens(signIn(key, text -> text));
        TokenReply second = tokens(refresh(first));
        assertThat(api.get("/api/account", first.accessToken()).statusCode()).isEqualTo(401);
        assertThat(account(second).wallets()).containsExactly(key.address());
        assertRefused(refresh(first), ProblemCode.UNAUTHORIZED, "Sign in again");
        assertThat(api.get("/api/account", second.accessToken()).statusCode())
                .as("a token that is used twice ends the session")
                .isEqualTo(401);

        TokenReply third = tokens(signIn(key, text -> text));
        TokenReply fourth = tokens(signIn(key, text -> text));
        assertThat(post("/api/auth/logout", third).statusCode()).isEqualTo(204);
        assertThat(api.get("/api/account", third.accessToken()).statusCode()).isEqualTo(401);
        assertThat(post("/api/auth/logout-everywhere", fourth).statusCode()).isEqualTo(204);
        assertThat(api.get("/api/account", fourth.accessToken()).statusCode()).isEqualTo(401);
        assertThat(post("/api/auth/logout-everywhere", fourth).statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotSignedInIsNobody() throws IOException, InterruptedException {
        assertThat(api.get("/api/account").statusCode()).isEqualTo(401);
        assertThat(api.get("/api/account", "slipway-access-nonsense").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> signIn(OperatorKey signer, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        return send(signer, message(signer, change));
    }

    private String message(OperatorKey signer, UnaryOperator<String> change) throws IOException, InterruptedException {
        String nonce = Json.STRICT
                .readValue(api.sendJson("POST", "/api/auth/nonce", "").body(), LoginNonce.class)
                .nonce();
        return change.apply(
                """
                127.0.0.1:%d wants you to sign in with your Ethereum account:
                %s

                Sign in to Slipway.

                URI: http://127.0.0.1:%d/console
                Version: 1
                Chain ID: 31337
                Nonce: %s
                Issued At: %s""".formatted(port, Keys.toChecksumAddress(signer.address().hex()), port, nonce, Instant.now()));
    }

    private HttpResponse<String> send(OperatorKey signer, String message) throws IOException, InterruptedException {
        String signature = signatures.sign(signatures.personalDigest(message), signer);
        return api.sendJson(
                "POST", "/api/auth/siwe", Json.STRICT.writeValueAsString(new SiweRequest(message, signature)));
    }

    private HttpResponse<String> refresh(TokenReply tokens) throws IOException, InterruptedException {
        return api.sendJson(
                "POST", "/api/auth/refresh", Json.STRICT.writeValueAsString(new RefreshRequest(tokens.refreshToken())));
    }

    private HttpResponse<String> post(String path, TokenReply tokens) throws IOException, InterruptedException {
        return api.send(api.request(path)
                .header("Authorization", "Bearer " + tokens.accessToken())
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private AccountReply account(TokenReply tokens) throws IOException, InterruptedException {
        return Json.STRICT.readValue(
                api.get("/api/account", tokens.accessToken()).body(), AccountReply.class);
    }

    private static TokenReply tokens(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.STRICT.readValue(response.body(), TokenReply.class);
    }

    private static void assertRefused(HttpResponse<String> response, ProblemCode code, String why) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(code.status());
        assertThat(ApiClient.problem(response).code()).isEqualTo(code);
        assertThat(response.body()).contains(why);
    }
}
