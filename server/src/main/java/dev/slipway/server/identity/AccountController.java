package dev.slipway.server.identity;

import dev.slipway.model.identity.AccountReply;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
@Tag(name = "account", description = "Who is signed in")
class AccountController {
    @SignedIn
    @GetMapping("/api/account")
    ResponseEntity<AccountReply> account(Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AccountReply(
                        caller.account(),
                        caller.wallets(),
                        caller.roles().stream().sorted().toList()));
    }
}
