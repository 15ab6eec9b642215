package dev.slipway.server.moderation;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.FormScreening;
import dev.slipway.server.publication.Publication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Reviews by two lists: hashes of blocked files, banned words. The hashes are those of the manifest, which the
 * verification compared with the stored bytes.
 */
@Service
class ListModerator implements Moderator, FormScreening {
    private static final int MOST_WORDS_NAMED = 5;

    private final BlockedHashes hashes;
    private final BannedWords words;

    ListModerator(BlockedHashes hashes, BannedWords words) {
        this.hashes = hashes;
        this.words = words;
    }

    @Override
    public Decision review(Publication publication) {
        return blockedFile(publication.manifest().manifest().artifacts())
                .or(() -> refusal(publication.form()))
                .<Decision>map(Decision.Refused::new)
                .orElseGet(Decision.Passed::new);
    }

    private Optional<PublicationStatus.Reason> blockedFile(List<Artifact> artifacts) {
        for (Artifact artifact : artifacts) {
            Optional<String> reason = hashes.reason(artifact.sha256());
            if (reason.isPresent()) {
                return Optional.of(new PublicationStatus.Reason(
                        ProblemCode.CONTENT_BLOCKED,
                        "The file " + artifact.path() + " is on this server's block list: " + reason.get()
                                + ". If that is a mistake, write to the operator."));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<PublicationStatus.Reason> refusal(PublicationForm form) {
        List<String> found = new ArrayList<>();
        texts(form)
                .forEach((field, text) -> words.in(text)
                        .forEach(hit ->
                                found.add("\"" + hit.written() + "\" in the " + field + " (" + hit.category() + ")")));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String named = String.join(", ", found.subList(0, Math.min(found.size(), MOST_WORDS_NAMED)));
        return Optional.of(new PublicationStatus.Reason(
                ProblemCode.TEXT_REFUSED,
                "The rules of this server do not allow: " + named + ". Publish with another text, or write to the"
                        + " operator if this is a mistake."));
    }

    private static Map<String, String> texts(PublicationForm form) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", form.title());
        texts.put("description", form.description());
        for (int i = 0; i < form.hashtags().size(); i++) {
            texts.put(
                    "hashtag #" + form.hashtags().get(i), form.hashtags().get(i).replace('_', ' '));
        }
        return texts;
    }
}
