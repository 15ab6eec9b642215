package dev.slipway.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A server whose node is away. */
@ServerTest
@TestPropertySource(properties = "slipway.login-failures=2")
class SigningInWithoutNodeTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignIn signIn;
    private final LoginAttempts attempts;

    @Autowired
    SigningInWithoutNodeTest(@LocalServerPort int port, EthereumSignatures signatures, LoginAttempts attempts) {
        this.attempts = attempts;
        this.signIn = new SignIn(new ApiClient(port), port, signatures);
    }

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry settings) throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + nobody.getLocalPort();
            settings.add("slipway.chain-rpc", () -> address);
        }
        settings.add("slipway.recipient", SignIn.SECOND.address()::hex);
    }

    @Test
    void attemptsThatWaitForANodeCountBeforeTheyFail() {
        try (LoginAttempts.Place first = attempts.requireRoom("a client");
                LoginAttempts.Place second = attempts.requireRoom("a client")) {
            assertThatThrownBy(() -> attempts.requireRoom("a client")).isInstanceOf(ProblemException.class);
            attempts.requireRoom("another client").close();
        }
        attempts.requireRoom("a client").close();
    }

    @Test
    void signaturesThatNobodyCouldCheckCountAsFailures() throws Exception {
        OperatorKey wallet = OperatorKey.generate(RANDOM);
        OperatorKey stranger = OperatorKey.generate(RANDOM);
        assertThat(signIn.answer(wallet.address(), wallet).statusCode())
                .as("a key needs no node")
                .isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            assertThat(ApiClient.problem(signIn.answer(wallet.address(), stranger))
                            .code())
                    .isEqualTo(ProblemCode.CHAIN_UNAVAILABLE);
        }
        assertThat(ApiClient.problem(signIn.answer(wallet.address(), stranger)).code())
                .isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    }
}
