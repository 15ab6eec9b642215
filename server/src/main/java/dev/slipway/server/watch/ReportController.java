package dev.slipway.server.watch;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Admission;
import dev.slipway.server.publication.Publication;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page at {@code /watch/{id}/report}, where viewers and rights holders write to the moderators. */
@Hidden
@Controller
class ReportController {
    /** What a video can break, in the order in which viewers are asked; the last is for what fits nowhere. */
    static final List<String> CATEGORIES = List.of(
            "spam",
            "misleading",
            "gambling",
            "profanity",
            "nudity",
            "violence",
            "self-harm",
            "hate",
            "harassment",
            "child-safety",
            "illegal",
            "privacy",
            "copyright",
            "other");

    /** What rights holders write about. */
    static final List<String> RIGHTS = List.of("copyright", "privacy", "illegal");

    private final Admission admission;

    ReportController(Admission admission) {
        this.admission = admission;
    }

    @GetMapping("/watch/{id}/report")
    String report(@PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
        Publication publication = find(id).orElseThrow(() -> new ProblemException(
                ProblemCode.NOT_FOUND, "There is no such video here, or it is not shown any more."));
        model.addAttribute("id", publication.id());
        // "title" is the page's own, in the layout.
        model.addAttribute("about", publication.form().title());
        model.addAttribute("categories", CATEGORIES);
        model.addAttribute("rights", RIGHTS);
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        return "report";
    }

    private Optional<Publication> find(String id) {
        try {
            return admission.find(PublicationId.parse(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
