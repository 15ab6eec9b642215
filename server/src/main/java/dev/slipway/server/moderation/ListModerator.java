package dev.slipway.server.moderation;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.picture.PictureReview;
import dev.slipway.server.picture.PictureVerdict;
import dev.slipway.server.publication.FormScreening;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.sound.SoundReview;
import dev.slipway.server.sound.SoundVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Reviews by three lists: hashes of blocked files, banned words, blocked pictures; and by what the operator's program said
 * of the sound. What may break a rule, and what automatic checks cannot see through, goes to a person. The hashes of files
 * are those of the manifest, which the verification compared with the stored bytes.
 */
@Service
class ListModerator implements Moderator, FormScreening {
    private static final int MOST_WORDS_NAMED = 5;

    private final BlockedHashes hashes;
    private final BannedWords words;
    private final PictureReview pictures;
    private final SoundReview sound;

    ListModerator(BlockedHashes hashes, BannedWords words, PictureReview pictures, SoundReview sound) {
        this.hashes = hashes;
        this.words = words;
        this.pictures = pictures;
        this.sound = sound;
    }

    @Override
    public Decision review(Publication publication) {
        return blockedFile(publication.manifest().manifest().artifacts())
                .or(() -> blockedAvatar(publication.form().profileOrEmpty()))
                .or(() -> refusal(publication.form()))
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> byItsPictures(publication));
    }

    private Decision byItsPictures(Publication publication) {
        return switch (pictures.of(publication.id())) {
            case PictureVerdict.Blocked(String message) ->
                new Decision.Refused(new PublicationStatus.Reason(ProblemCode.CONTENT_BLOCKED, message));
            case PictureVerdict.Clear(List<String> doubts) ->
                byItsSound(publication, causes(ReviewCause.PICTURE, doubts));
        };
    }

    private Decision byItsSound(Publication publication, List<ReviewCause> seen) {
        return switch (sound.of(publication.id())) {
            case SoundVerdict.Blocked(String message) ->
                new Decision.Refused(new PublicationStatus.Reason(ProblemCode.CONTENT_BLOCKED, message));
            case SoundVerdict.Clear(List<String> doubts) -> {
                List<ReviewCause> causes = new ArrayList<>(seen);
                causes.addAll(causes(ReviewCause.SOUND, doubts));
                yield byAPerson(publication, causes);
            }
        };
    }

    private static List<ReviewCause> causes(String kind, List<String> doubts) {
        return doubts.stream().map(doubt -> new ReviewCause(kind, doubt)).toList();
    }

    /** Where there is anything for one to look at. */
    private Decision byAPerson(Publication publication, List<ReviewCause> doubts) {
        List<ReviewCause> causes = new ArrayList<>();
        List<WordHit> hits = words.list().in(publication.form());
        if (!hits.isEmpty()) {
            causes.add(new ReviewCause(ReviewCause.TEXT, "Look at " + named(hits, publication.form()) + "."));
        }
        causes.addAll(doubts);
        if (publication.manifest().manifest().protection() != null) {
            causes.add(
                    new ReviewCause(
                            ReviewCause.PROTECTED,
                            "Noise against recognition is in the pictures, so that automatic checks may not see what is in them."));
        }
        return causes.isEmpty() ? new Decision.Passed() : new Decision.ForReview(causes);
    }

    private Optional<PublicationStatus.Reason> blockedFile(List<Artifact> artifacts) {
        for (Artifact artifact : artifacts) {
            Optional<PublicationStatus.Reason> refusal = blocked(artifact.sha256(), "The file " + artifact.path());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<PublicationStatus.Reason> blockedAvatar(Profile profile) {
        return Optional.ofNullable(profile.avatar())
                .flatMap(avatar -> blocked(avatar.sha256(), "The author's picture"));
    }

    private Optional<PublicationStatus.Reason> blocked(String sha256, String what) {
        return hashes.reason(sha256)
                .map(reason -> new PublicationStatus.Reason(
                        ProblemCode.CONTENT_BLOCKED,
                        what + " is on this server's block list: " + reason
                                + ". If that is a mistake, write to the operator."));
    }

    @Override
    public Optional<PublicationStatus.Reason> refusal(PublicationForm form) {
        List<WordHit> hits =
                words.list().in(form).stream().filter(WordHit::isRefused).toList();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PublicationStatus.Reason(
                ProblemCode.TEXT_REFUSED,
                "The rules of this server do not allow: " + named(hits, form)
                        + ". Publish with another text, or write to the" + " operator if this is a mistake."));
    }

    private static String named(List<WordHit> hits, PublicationForm form) {
        return hits.stream()
                .limit(MOST_WORDS_NAMED)
                .map(hit -> "\"" + hit.written() + "\" in " + place(hit.field(), form) + " (" + hit.category() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String place(String field, PublicationForm form) {
        return switch (field) {
            case "profile.name" -> "the author's name";
            case "profile.url" -> "the author's link";
            case "profile.activityHobbies" -> "the author's activity and hobbies";
            default -> field.startsWith("hashtags") ? "the hashtag #" + hashtag(field, form) : "the " + field;
        };
    }

    private static String hashtag(String field, PublicationForm form) {
        return form.hashtags().get(Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']'))));
    }
}
