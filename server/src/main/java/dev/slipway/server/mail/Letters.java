package dev.slipway.server.mail;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.publication.Publication;
import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Writes letters from {@code texts/mail.properties} and its translations. */
@Component
class Letters {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final PublicOrigin origin;

    Letters(PublicOrigin origin) {
        this.origin = origin;
        texts.setBasename("texts/mail");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
    }

    Letter confirmation(NoticeLanguage language, String code) {
        return letter(language, "confirm", code, origin.uri());
    }

    /** @param event such as {@code published}, a key of the texts */
    Letter toAuthor(NoticeLanguage language, String event, Publication publication) {
        PublicationStatus.Reason problem = publication.problem();
        return letter(
                language,
                event,
                publication.form().title(),
                link(publication),
                problem == null ? "" : problem.message(),
                origin.uri());
    }

    Letter refundIsDue(NoticeLanguage language, Publication publication) {
        return letter(
                language, "operator.refund", publication.id(), origin.link("/api/operator/refunds"), "", origin.uri());
    }

    /** Its page where it has one, else where its status can be asked for. */
    private String link(Publication publication) {
        return origin.link((publication.content() == ContentState.PUBLISHED ? "/watch/" : "/api/publications/")
                + publication.id());
    }

    private Letter letter(NoticeLanguage language, String event, Object... arguments) {
        return new Letter(
                texts.getMessage(event + ".subject", arguments, language.locale()),
                texts.getMessage(event + ".body", arguments, language.locale()));
    }
}
