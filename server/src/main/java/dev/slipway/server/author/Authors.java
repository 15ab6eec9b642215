package dev.slipway.server.author;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.profile.ProfileRules;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publication;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells of authors, and always by a publication: who asks has to have the one that is to be shown, and its author's wish
 * to stay unnamed is kept here, for all who show anything.
 */
@Component
public class Authors {
    private final AuthorRows rows;
    private final ArrivedAvatars arrived;

    Authors(AuthorRows rows, ArrivedAvatars arrived) {
        this.rows = rows;
        this.arrived = arrived;
    }

    public Byline of(Publication publication) {
        return of(List.of(publication)).getOrDefault(publication.id(), new Byline.Unnamed());
    }

    /** One for each publication, with one question to the database. */
    public Map<PublicationId, Byline> of(Collection<Publication> publications) {
        List<Address> named = publications.stream()
                .filter(publication -> !isUnnamed(publication))
                .map(Publication::author)
                .distinct()
                .toList();
        Map<Address, AuthorRows.Author> known =
                rows.find(named).stream().collect(Collectors.toMap(AuthorRows.Author::address, Function.identity()));
        return publications.stream()
                .collect(Collectors.toMap(
                        Publication::id,
                        publication -> isUnnamed(publication)
                                ? new Byline.Unnamed()
                                : byline(publication.author(), known.get(publication.author()))));
    }

    /** Empty where the author has none, or wishes to stay unnamed with this publication. */
    public Optional<AvatarImage> avatar(Publication publication) {
        return isUnnamed(publication) ? Optional.empty() : rows.avatar(publication.author());
    }

    /**
     * What comes with this publication, or is shown with it: for whoever decides about it. Empty where there is none, or
     * its author wishes to stay unnamed.
     */
    public Optional<AvatarImage> submitted(Publication publication) {
        if (isUnnamed(publication)) {
            return Optional.empty();
        }
        return arrived.checked(publication.id())
                .map(webp -> new AvatarImage(webp, Hex.plain(Sha256.of(webp))))
                .or(() -> rows.avatar(publication.author()));
    }

    private static boolean isUnnamed(Publication publication) {
        return publication.form().profileOrEmpty().incognito();
    }

    private static Byline byline(Address wallet, AuthorRows.@Nullable Author author) {
        return author == null
                ? new Byline.Known(wallet, "", null, "", false)
                : new Byline.Known(
                        wallet, author.name(), link(author.url()), author.activityHobbies(), author.hasAvatar());
    }

    /** The rules are asked again: a row that somebody changed by hand may hold an address that runs a script. */
    private static @Nullable String link(String url) {
        Profile alone = new Profile(null, url, null, false, null);
        return url.isEmpty() || !ProfileRules.check(alone).isEmpty() ? null : url;
    }
}
