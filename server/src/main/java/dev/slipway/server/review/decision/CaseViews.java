package dev.slipway.server.review.decision;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.server.author.Authors;
import dev.slipway.server.moderation.WordReading;
import dev.slipway.server.picture.ReviewStrips;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.complaint.ComplaintRows;
import dev.slipway.server.review.queue.ActLog;
import dev.slipway.server.review.queue.Choices;
import dev.slipway.server.review.queue.ReviewCase;
import dev.slipway.server.review.strike.Strike;
import dev.slipway.server.review.strike.Strikes;
import dev.slipway.server.serving.MediaLinks;
import dev.slipway.server.serving.ReviewLinks;
import dev.slipway.server.storage.StoredArtifacts;
import dev.slipway.server.verification.VerificationReport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as a moderator sees them. */
@Component
class CaseViews {
    private final Publications publications;
    private final ComplaintRows complaints;
    private final Strikes strikes;
    private final ReturnedMoney returned;
    private final ActLog acts;
    private final WordReading words;
    private final VerificationReport reports;
    private final StoredArtifacts artifacts;
    private final ReviewStrips strips;
    private final Authors authors;
    private final MediaLinks links;
    private final InstantSource clock;

    CaseViews(
            Publications publications,
            ComplaintRows complaints,
            Strikes strikes,
            ReturnedMoney returned,
            ActLog acts,
            WordReading words,
            VerificationReport reports,
            StoredArtifacts artifacts,
            ReviewStrips strips,
            Authors authors,
            MediaLinks links,
            InstantSource clock) {
        this.publications = publications;
        this.complaints = complaints;
        this.strikes = strikes;
        this.returned = returned;
        this.acts = acts;
        this.words = words;
        this.reports = reports;
        this.artifacts = artifacts;
        this.strips = strips;
        this.authors = authors;
        this.links = links;
        this.clock = clock;
    }

    CaseReply summary(ReviewCase shown, UUID reader) {
        return summary(shown, publication(shown), reader);
    }

    /** @param isOwn whether the reader is the author, who is never told who complained */
    CaseDetails details(ReviewCase shown, UUID reader, boolean isOwn) {
        Publication publication = publication(shown);
        PublicationForm form = publication.form();
        return new CaseDetails(
                summary(shown, publication, reader),
                texts(form),
                isUnnamed(publication),
                publication.problem(),
                publication.payment().state(),
                publication.manifest().manifest().protection() != null,
                reports.of(publication.id()),
                media(publication),
                isOwn ? List.of() : complaints.of(shown.id()),
                new CaseDetails.Author(strikes(publication)),
                history(publication, reader),
                shown.isOpen() ? Choices.of(shown.kind(), publication, returned.of(publication)) : Set.of());
    }

    /**
     * Nothing in it leads from a video whose author stays unnamed to others of the same author, or back: whatever becomes of
     * such a video, nothing that is told with another one changes. So nothing is counted here that is not listed.
     */
    private List<Strike> strikes(Publication publication) {
        boolean isUnnamed = isUnnamed(publication);
        return strikes.of(publication.author()).stream()
                .filter(strike -> strike.publicationId().equals(publication.id())
                        || !isUnnamed
                                && publications
                                        .find(strike.publicationId())
                                        .filter(other -> !isUnnamed(other))
                                        .isPresent())
                .toList();
    }

    private static boolean isUnnamed(Publication publication) {
        return publication.form().profileOrEmpty().incognito();
    }

    private CaseReply summary(ReviewCase shown, Publication publication, UUID reader) {
        ReviewCase.Claim claim = shown.claim();
        ReviewCase.Closing closing = shown.closing();
        return new CaseReply(
                shown.id(),
                shown.kind(),
                publication.id(),
                publication.form().title(),
                publication.content(),
                publication.form().access(),
                shown.openedAt(),
                publication.manifest().manifest().source().durationMicros(),
                shown.causes(),
                shown.complaints(),
                claim == null || closing != null || !clock.instant().isBefore(claim.until())
                        ? null
                        : new CaseReply.Claim(claim.account().equals(reader), claim.until()),
                url(publication, ArtifactRole.POSTER, links.forReview(publication.id())),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.outcome());
    }

    /** Of an author who wishes to stay unnamed no words are shown but the video's. */
    private List<CaseDetails.Text> texts(PublicationForm form) {
        List<CaseDetails.Text> texts = new ArrayList<>();
        add(texts, "title", form.title());
        add(texts, "description", form.description());
        for (int i = 0; i < form.hashtags().size(); i++) {
            add(texts, "hashtags[" + i + "]", form.hashtags().get(i));
        }
        Profile profile = form.profileOrEmpty();
        if (!profile.incognito()) {
            add(texts, "profile.name", profile.name());
            add(texts, "profile.url", profile.url());
            add(texts, "profile.activityHobbies", profile.activityHobbies());
        }
        return texts;
    }

    private void add(List<CaseDetails.Text> texts, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.add(new CaseDetails.Text(field, text, words.in(field, text)));
        }
    }

    private CaseDetails.Media media(Publication publication) {
        if (artifacts.of(publication.id()).isEmpty()) {
            return new CaseDetails.Media(null, null, null, null, null, null, List.of());
        }
        ReviewLinks reviewer = links.forReview(publication.id());
        String sheet = url(publication, ArtifactRole.THUMBNAILS, reviewer);
        return new CaseDetails.Media(
                reviewer.masterPlaylist(),
                url(publication, ArtifactRole.POSTER, reviewer),
                sheet == null ? null : reviewer.thumbnails(),
                sheet,
                url(publication, ArtifactRole.PREVIEW, reviewer),
                authors.submitted(publication).isPresent() ? reviewer.avatar() : null,
                strips.of(publication.id()).stream()
                        .map(place -> new CaseDetails.StripPicture(place.micros(), reviewer.strip(place.number())))
                        .toList());
    }

    private static @Nullable String url(Publication publication, ArtifactRole role, ReviewLinks reviewer) {
        Manifest manifest = publication.manifest().manifest();
        Optional<Artifact> found = manifest.withRole(role).findFirst();
        return found.map(artifact -> reviewer.file(artifact.path())).orElse(null);
    }

    private List<CaseDetails.Event> history(Publication publication, UUID reader) {
        return acts.of(publication.id()).stream()
                .map(act -> new CaseDetails.Event(
                        act.at(),
                        act.action(),
                        act.category(),
                        act.automatic(),
                        reader.equals(act.account()),
                        act.message()))
                .toList();
    }

    private Publication publication(ReviewCase shown) {
        return publications
                .find(shown.publication())
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "The publication of this case is gone."));
    }
}
