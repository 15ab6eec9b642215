package dev.slipway.server.operations;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.mail.DeadMails;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail that was given up, for operators: how much and why, and once more. */
@RestController
@RequestMapping("/api/operations/mails")
@Tag(name = "operations")
class MailController {
    private static final int MOST_LISTED = 500;

    private final DeadMails mails;

    MailController(DeadMails mails) {
        this.mails = mails;
    }

    /** Answer to {@code GET /api/operations/mails}. */
    record MailList(List<DeadMails.DeadMail> mails) {}

    @SignedIn(AccountRole.OPERATOR)
    @Operation(summary = "Mail that no server took in eight tries, newest first; neither for whom nor what it says")
    @GetMapping
    ResponseEntity<MailList> list(@RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST_LISTED + ".");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new MailList(mails.list(limit)));
    }

    @SignedIn(AccountRole.OPERATOR)
    @Operation(summary = "Sends a mail once more that was given up")
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id) {
        if (!mails.again(id)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such mail that was given up.");
        }
    }
}
