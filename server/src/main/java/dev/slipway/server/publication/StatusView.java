package dev.slipway.server.publication;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the API shows of a publication: everything to who holds its grant, to others only what is published. */
@Component
class StatusView {
    private static final String BEARER = "Bearer ";

    private final Publications publications;
    private final Admission admission;
    private final UploadProgress uploads;
    private final RefundProgress refunds;
    private final PublicOrigin origin;

    StatusView(
            Publications publications,
            Admission admission,
            UploadProgress uploads,
            RefundProgress refunds,
            PublicOrigin origin) {
        this.publications = publications;
        this.admission = admission;
        this.uploads = uploads;
        this.refunds = refunds;
        this.origin = origin;
    }

    /**
     * Checks once who asks and answers with how to show the publication to them from then on.
     *
     * @param authorization the header, null where there is none
     */
    Function<Publication, PublicationStatus> viewFor(PublicationId id, @Nullable String authorization) {
        if (authorization == null) {
            if (admission.find(id).isEmpty()) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "There is no published publication " + id + ".");
            }
            return this::publicly;
        }
        authorized(id, authorization);
        return this::wholly;
    }

    /** @throws ProblemException {@code unauthorized} unless the header carries the publication's grant (RFC 6750) */
    Publication authorized(PublicationId id, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new ProblemException(
                    ProblemCode.UNAUTHORIZED,
                    "This needs the publication's grant: send \"Authorization: Bearer\" and the grant.");
        }
        return publications.authorized(id, authorization.substring(BEARER.length()));
    }

    PublicationStatus publicly(Publication publication) {
        boolean visible = publication.content() == ContentState.PUBLISHED;
        return new PublicationStatus(
                publication.id(),
                publication.version(),
                publicForm(publication.form()),
                publication.content(),
                publicBegin(publication),
                publication.publishedAt(),
                publication.manifest().manifest().source().durationMicros(),
                null,
                null,
                null,
                visible ? origin.link("/watch/" + publication.id()) : null,
                visible ? origin.link("/media/" + publication.id() + "/master.m3u8") : null);
    }

    /** Of an author who wishes to stay unnamed nothing is shown but that wish. */
    private static PublicationForm publicForm(PublicationForm form) {
        return form.profileOrEmpty().incognito() ? form.with(Profile.INCOGNITO) : form;
    }

    /** When an unnamed author asked for an offer would tell which payment on the chain is theirs. */
    private static Instant publicBegin(Publication publication) {
        Instant published = publication.publishedAt();
        return published != null && publication.form().profileOrEmpty().incognito()
                ? published
                : publication.createdAt();
    }

    private PublicationStatus wholly(Publication publication) {
        PublicationStatus shown = publicly(publication);
        return new PublicationStatus(
                shown.id(),
                shown.version(),
                publication.form(),
                shown.content(),
                publication.createdAt(),
                shown.publishedAt(),
                shown.durationMicros(),
                payment(publication),
                uploads.of(publication),
                publication.problem(),
                shown.watchUrl(),
                shown.playlistUrl());
    }

    private PublicationStatus.Payment payment(Publication publication) {
        PaymentStanding standing = publication.payment();
        List<PublicationStatus.Refund> back = refunds.of(publication);
        return new PublicationStatus.Payment(
                standing.state(),
                publication.reference(),
                publication.terms().price(),
                standing.paid().toString(),
                publication.terms().token(),
                standing.confirmations(),
                publication.terms().confirmations(),
                standing.transactionHash(),
                back.isEmpty() ? null : back);
    }
}
