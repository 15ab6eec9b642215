package dev.slipway.server.identity;

import dev.slipway.model.identity.LoginNonce;
import dev.slipway.model.identity.RefreshRequest;
import dev.slipway.model.identity.SiweRequest;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.limit.ClientAddresses;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out (docs/protocol.md). */
@RestController
@RequestMapping("/api/auth")
@Tag(name = "auth", description = "Signing in with a wallet")
class AuthController {
    private final LoginNonces nonces;
    private final WalletLogin login;
    private final LoginAttempts attempts;
    private final Sessions sessions;
    private final ClientAddresses addresses;

    AuthController(
            LoginNonces nonces,
            WalletLogin login,
            LoginAttempts attempts,
            Sessions sessions,
            ClientAddresses addresses) {
        this.nonces = nonces;
        this.login = login;
        this.attempts = attempts;
        this.sessions = sessions;
        this.addresses = addresses;
    }

    @PostMapping("/nonce")
    ResponseEntity<LoginNonce> nonce() {
        return uncached(nonces.mint());
    }

    @PostMapping("/siwe")
    ResponseEntity<TokenReply> signIn(@RequestBody SiweRequest body, HttpServletRequest request) {
        return uncached(login.login(body, attempts.client(addresses.of(request))));
    }

    @PostMapping("/refresh")
    ResponseEntity<TokenReply> refresh(@RequestBody RefreshRequest body, HttpServletRequest request) {
        String client = attempts.client(addresses.of(request));
        try (LoginAttempts.Place place = attempts.requireRoom(client)) {
            return uncached(sessions.refresh(body.refreshToken()).orElseThrow(() -> {
                attempts.note(client, LoginAttempts.Outcome.TOKEN_REFUSED);
                return new ProblemException(
                        ProblemCode.UNAUTHORIZED, "This session is over, or its token was used before. Sign in again.");
            }));
        }
    }

    /** Ends this session. Who is not signed in is signed out. */
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Callers.token(authorization).ifPresent(sessions::end);
    }

    /** Ends all sessions of the account. */
    @SignedIn
    @PostMapping("/logout-everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Caller caller) {
        sessions.endAll(caller.account());
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
