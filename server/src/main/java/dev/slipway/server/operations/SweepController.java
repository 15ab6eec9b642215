package dev.slipway.server.operations;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.upload.FileSweep;
import dev.slipway.server.upload.SweepReport;
import dev.slipway.server.upload.Sweeping;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sweep of every night, at any time, for operators. */
@RestController
@Tag(name = "operations", description = "The work behind the scenes; needs a session with the role \"operator\"")
class SweepController {
    private final FileSweep sweep;

    SweepController(FileSweep sweep) {
        this.sweep = sweep;
    }

    @SignedIn(AccountRole.OPERATOR)
    @Operation(
            summary = "Deletes files that belong to nothing alive; says only what it would do unless dryRun is false")
    @PostMapping("/api/operations/sweep")
    ResponseEntity<SweepReport> sweep(@RequestParam(defaultValue = "true") boolean dryRun) {
        SweepReport report = sweep.run(dryRun ? Sweeping.DRY : Sweeping.REAL);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report);
    }
}
