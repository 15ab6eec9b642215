package dev.slipway.server.watch;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.author.Authors;
import dev.slipway.server.author.Byline;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.serving.MediaLinks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into a reader's words what is told of authors. */
@Component
class AuthorLines {
    private final Authors authors;
    private final MediaLinks links;

    AuthorLines(Authors authors, MediaLinks links) {
        this.authors = authors;
        this.links = links;
    }

    AuthorLine of(Publication publication, Words words) {
        return line(publication.id(), authors.of(publication), words);
    }

    Map<PublicationId, AuthorLine> of(Collection<Publication> publications, Words words) {
        Map<PublicationId, AuthorLine> lines = new HashMap<>();
        authors.of(publications).forEach((id, byline) -> lines.put(id, line(id, byline, words)));
        return lines;
    }

    private AuthorLine line(PublicationId id, Byline byline, Words words) {
        return switch (byline) {
            case Byline.Unnamed unnamed -> AuthorLine.unnamed(words);
            case Byline.Known known -> line(id, known);
        };
    }

    private AuthorLine line(PublicationId id, Byline.Known known) {
        Address wallet = known.wallet();
        boolean named = !known.name().isBlank();
        return new AuthorLine(
                named ? known.name() : wallet.abbreviated(),
                wallet.hex(),
                named ? wallet.abbreviated() : null,
                known.url(),
                place(known.url()),
                known.activityHobbies(),
                known.hasAvatar() ? links.avatar(id) : null);
    }

    /** {@code example.com/me}: where the link leads, and not whatever its author would like it to be called. */
    private static @Nullable String place(@Nullable String url) {
        return url == null ? null : url.replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
    }
}
