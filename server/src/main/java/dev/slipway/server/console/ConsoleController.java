package dev.slipway.server.console;

import dev.slipway.server.chain.ChainEndpoint;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /moderation}. The page itself tells nothing that is not for everyone: who opens it signs in there, and each
 * answer after that is guarded by itself.
 */
@Hidden
@Controller
class ConsoleController {
    private final ConsoleTexts texts;
    private final ChainEndpoint chain;

    ConsoleController(ConsoleTexts texts, ChainEndpoint chain) {
        this.texts = texts;
        this.chain = chain;
    }

    @GetMapping("/moderation")
    String console(Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("texts", texts.in(locale));
        model.addAttribute("json", texts.json(locale));
        model.addAttribute("chainId", chain.chainId());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.setHeader("X-Robots-Tag", "noindex");
        return "console";
    }
}
