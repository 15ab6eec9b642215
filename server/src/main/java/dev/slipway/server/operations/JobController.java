package dev.slipway.server.operations;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.database.QueuedJobs;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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

/** Jobs that fail, for operators: what they are, why, and once more. */
@RestController
@RequestMapping("/api/operations/jobs")
@Tag(name = "operations", description = "The work behind the scenes; needs a session with the role \"operator\"")
class JobController {
    private static final int MOST_LISTED = 500;

    private final QueuedJobs jobs;

    JobController(QueuedJobs jobs) {
        this.jobs = jobs;
    }

    /** Answer to {@code GET /api/operations/jobs}. */
    record JobList(List<QueuedJobs.QueuedJob> jobs) {}

    @SignedIn(AccountRole.OPERATOR)
    @Operation(summary = "Jobs that failed last time, or all; those that failed most come first")
    @GetMapping
    ResponseEntity<JobList> list(
            @RequestParam(defaultValue = "failing") String state, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST_LISTED + ".");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new JobList(jobs.list(selection(state), limit)));
    }

    private static QueuedJobs.Selection selection(String state) {
        return switch (state) {
            case "failing" -> QueuedJobs.Selection.FAILING;
            case "all" -> QueuedJobs.Selection.ALL;
            default -> throw new ProblemException(ProblemCode.BAD_REQUEST, "\"state\" is \"failing\" or \"all\".");
        };
    }

    @SignedIn(AccountRole.OPERATOR)
    @Operation(summary = "Runs a job now that waits for its next try")
    @PostMapping("/{task}/{instance}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable String task, @PathVariable String instance) {
        switch (jobs.retry(task, instance)) {
            case QUEUED -> {}
            case RUNNING -> throw new ProblemException(ProblemCode.WRONG_STATE, "This job is running.");
            case UNKNOWN -> throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such job, or not any more.");
        }
    }
}
