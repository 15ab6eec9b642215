package dev.slipway.server.identity;

import dev.slipway.model.identity.AccountReply;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
@Tag(name = "account", description = "Who is signed in")
class AccountController {
    private final Callers callers;

    AccountController(Callers callers) {
        this.callers = callers;
    }

    @GetMapping("/api/account")
    ResponseEntity<AccountReply> account(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Caller caller = callers.require(authorization);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AccountReply(
                        caller.account(),
                        caller.wallets(),
                        caller.roles().stream().sorted().toList()));
    }
}
