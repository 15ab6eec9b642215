package dev.slipway.server.testing;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.LoginNonce;
import dev.slipway.model.identity.SiweRequest;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import org.web3j.crypto.Keys;

/** Signs in with a wallet, as pages do. */
public final class SignIn {
    /** Of the second of the ten well-known accounts. */
    public static final OperatorKey SECOND =
            OperatorKey.of(HexFormat.of().parseHex("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"));

    /** Of the third. */
    public static final OperatorKey THIRD =
            OperatorKey.of(HexFormat.of().parseHex("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"));

    private final ApiClient api;
    private final int port;
    private final EthereumSignatures signatures;

    public SignIn(ApiClient api, int port, EthereumSignatures signatures) {
        this.api = api;
        this.port = port;
        this.signatures = signatures;
    }

    /** The access token. */
    public String with(OperatorKey key) throws IOException, InterruptedException {
        return Json.STRICT
                .readValue(answer(key.address(), key).body(), TokenReply.class)
                .accessToken();
    }

    /** What the server says to that wallet's message with this key's signature. */
    public HttpResponse<String> answer(Address wallet, OperatorKey key) throws IOException, InterruptedException {
        String nonce = Json.STRICT
                .readValue(api.sendJson("POST", "/api/auth/nonce", "").body(), LoginNonce.class)
                .nonce();
        String message = """
                127.0.0.1:%d wants you to sign in with your Ethereum account:
                %s

                Sign in to Slipway.

                URI: http://127.0.0.1:%d/console
                Version: 1
                Chain ID: 31337
                Nonce: %s
                Issued At: %s""".formatted(port, Keys.toChecksumAddress(wallet.hex()), port, nonce, Instant.now());
        SiweRequest request = new SiweRequest(message, signatures.sign(signatures.personalDigest(message), key));
        return api.sendJson("POST", "/api/auth/siwe", Json.STRICT.writeValueAsString(request));
    }
}
