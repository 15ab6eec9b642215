package dev.slipway.server.personal;

import dev.slipway.model.identity.ErasureReply;
import dev.slipway.model.identity.ErasureRequest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept about whoever is signed in (GDPR, articles 15, 17 and 20). */
@RestController
@RequestMapping("/api/account")
@Tag(name = "account")
class PersonalController {
    private static final String ATTACHMENT = ContentDisposition.attachment()
            .filename("slipway-account.json")
            .build()
            .toString();

    private final PersonalData data;

    PersonalController(PersonalData data) {
        this.data = data;
    }

    @Operation(
            summary = "All that is kept about the account",
            description =
                    "Wallets, sessions without their tokens, profile, publications with forms and states, payments.")
    @SignedIn
    @GetMapping("/export")
    ResponseEntity<AccountExport> export(Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
                .body(data.export(caller));
    }

    @Operation(
            summary = "Erases the account, for good",
            description = "Ends its sessions, deletes its publications with their files and words, and the profile."
                    + " confirmWallet is one of the account's wallets. What was paid stays in the books without the person,"
                    + " and on the chain.")
    @SignedIn
    @DeleteMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ErasureReply> erase(Caller caller, @RequestBody ErasureRequest request) {
        if (!caller.wallets().contains(request.confirmWallet())) {
            throw new ProblemException(
                    ProblemCode.INVALID_FORM,
                    "confirmWallet is not a wallet of this account. Nothing was erased: write one that is, if it is meant.");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data.erase(caller));
    }
}
