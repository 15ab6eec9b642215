package dev.slipway.server.testing;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.identity.LoginNonce;
import dev.slipway.model.identity.SiweRequest;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import java.io.IOException;
import java.time.Instant;
import org.web3j.crypto.Keys;

/** Signs in over real HTTP, as wallets do. */
public final class SignIn {
    private SignIn() {}

    /** An access token of the wallet's account. */
    public static String token(int port, EthereumSignatures signatures, OperatorKey wallet)
            throws IOException, InterruptedException {
        ApiClient api = new ApiClient(port);
        String nonce = Json.STRICT
                .readValue(api.sendJson("POST", "/api/auth/nonce", "").body(), LoginNonce.class)
                .nonce();
        String message =
                """
                127.0.0.1:%d wants you to sign in with your Ethereum account:
                %s

                Sign in to Slipway.

                URI: http://127.0.0.1:%d/console
                Version: 1
                Chain ID: 31337
                Nonce: %s
                Issued At: %s""".formatted(port, Keys.toChecksumAddress(wallet.address().hex()), port, nonce, Instant.now());
        String signature = signatures.sign(signatures.personalDigest(message), wallet);
        return Json.STRICT
                .readValue(
                        api.sendJson(
                                        "POST",
                                        "/api/auth/siwe",
                                        Json.STRICT.writeValueAsString(new SiweRequest(message, signature)))
                                .body(),
                        TokenReply.class)
                .accessToken();
    }
}
