package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What anybody who can see a publication may say against it. */
@RestController
@RequestMapping("/api/publications")
@Tag(name = "complaints", description = "Reports, notices, appeals")
class ComplaintController {
    private final Admission admission;
    private final Complaints complaints;

    ComplaintController(Admission admission, Complaints complaints) {
        this.admission = admission;
        this.complaints = complaints;
    }

    @Operation(summary = "Reports a published video to this server's moderators")
    @PostMapping("/{id}/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void report(@PathVariable PublicationId id, @RequestBody ReportRequest report) {
        ComplaintRows.Words words = report.checked();
        requireShown(id);
        complaints.report(id, words);
    }

    @Operation(
            summary = "Says that a published video breaks a right",
            description = "Name and contact are erased some time after the case was closed.")
    @PostMapping("/{id}/notices")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void notice(@PathVariable PublicationId id, @RequestBody RightsNotice notice) {
        ComplaintRows.Words words = notice.checked();
        requireShown(id);
        complaints.notice(id, words);
    }

    private void requireShown(PublicationId id) {
        if (admission.find(id).isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no published publication " + id + ".");
        }
    }
}
