package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator owes and what nobody signed for; for the operator alone. */
@RestController
@RequestMapping("/api/operator")
@Tag(name = "refunds", description = "What the operator owes; needs a session with the role \"operator\"")
class RefundController {
    private static final int MOST_LISTED = 500;

    private final RefundList list;

    RefundController(RefundList list) {
        this.list = list;
    }

    /** What became due first comes first. */
    @SignedIn(AccountRole.OPERATOR)
    @GetMapping("/refunds")
    ResponseEntity<OperatorRefunds> refunds(
            @RequestParam(defaultValue = "owed") String state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return unshared(list.page(kind(state), after, checked(limit)));
    }

    /** A transaction without data, which the server cannot know again by itself. */
    @SignedIn(AccountRole.OPERATOR)
    @PostMapping("/refunds/{reference}/returns")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable Bytes32 reference, @RequestBody ReturnClaim claim) {
        list.claim(reference, claim.transactionHash());
    }

    /** Newest first. */
    @SignedIn(AccountRole.OPERATOR)
    @GetMapping("/payments/unmatched")
    ResponseEntity<List<UnmatchedPayment>> unmatched(@RequestParam(defaultValue = "100") int limit) {
        return unshared(list.unmatched(checked(limit)));
    }

    private static RefundBook.Kind kind(String state) {
        return switch (state) {
            case "owed" -> RefundBook.Kind.OWED;
            case "returned" -> RefundBook.Kind.RETURNED;
            default -> throw new ProblemException(ProblemCode.BAD_REQUEST, "\"state\" is \"owed\" or \"returned\".");
        };
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST_LISTED + ".");
        }
        return limit;
    }

    private static <T> ResponseEntity<T> unshared(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
