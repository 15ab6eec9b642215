package dev.slipway.server.watch;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Admission;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages at {@code /} and {@code /watch/{id}}. */
@Hidden
@Controller
class WatchController {
    private static final int SHELF = 48;

    private final Publications publications;
    private final Admission admission;
    private final Cards cards;
    private final WatchPages pages;
    private final PageTexts texts;

    WatchController(Publications publications, Admission admission, Cards cards, WatchPages pages, PageTexts texts) {
        this.publications = publications;
        this.admission = admission;
        this.cards = cards;
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping("/")
    String home(Model model, Locale locale, HttpServletResponse response) {
        Words words = texts.in(locale);
        model.addAttribute("cards", cards.of(publications.listed(SHELF), words));
        describe(response, locale);
        return "home";
    }

    @GetMapping("/watch/{id}")
    String watch(@PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
        Publication publication = find(id).orElseThrow(() -> new ProblemException(
                ProblemCode.NOT_FOUND, "There is no such video here, or it is not shown any more."));
        WatchPage page = pages.of(publication, texts.in(locale));
        model.addAttribute("page", page);
        if (!page.listed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        describe(response, locale);
        return "watch";
    }

    private Optional<Publication> find(String id) {
        try {
            return admission.find(PublicationId.parse(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The addresses in a page age, and the page itself may have to vanish. */
    private static void describe(HttpServletResponse response, Locale locale) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
    }
}
