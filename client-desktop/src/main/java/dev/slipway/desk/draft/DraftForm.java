package dev.slipway.desk.draft;

import dev.slipway.model.publication.PublicationForm;
import java.util.List;

/** The words as far as they are typed: unlike those that are sent they may break every rule. */
public record DraftForm(String title, String description, List<String> hashtags) {
    public static final DraftForm EMPTY = new DraftForm("", "", List.of());

    public DraftForm {
        hashtags = List.copyOf(hashtags);
    }

    /** As it is signed and sent. */
    public PublicationForm finished() {
        return new PublicationForm(title.strip(), description.strip(), hashtags);
    }
}
