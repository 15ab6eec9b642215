package dev.slipway.desk.launch.journal;

import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.model.publication.PublicationId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A publication that was begun on this desk. */
public record Begun(
        String key,
        Path folder,
        JournalEntry entry,
        @Nullable ReceivedDraft draft) {

    static Begun of(String key, Path folder, JournalEntry entry) {
        return new Begun(key, folder, entry, entry.draft() == null ? null : ReceivedDraft.parse(entry.draft()));
    }

    public @Nullable PublicationId id() {
        return draft == null ? null : draft.reply().id();
    }

    public @Nullable String server() {
        return draft == null ? null : draft.terms().audience();
    }

    public @Nullable String grant() {
        return entry.grant();
    }

    /** How far it came. */
    public String state() {
        if (entry.published() != null) {
            return "published";
        }
        if (entry.payment() != null || entry.isAsked()) {
            return "paid";
        }
        if (entry.shown() != null) {
            return "shown for payment";
        }
        return entry.grant() != null ? "signed" : entry.prepared() != null ? "prepared" : "begun";
    }

    public String words() {
        String where = entry.published() == null
                ? String.valueOf(folder)
                : entry.published().watchUrl();
        return state() + ": " + entry.form().title() + " (" + where + ")";
    }

    /** Without the grant, which is a secret. */
    public Map<String, Object> publicView() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("state", state());
        view.put("title", entry.form().title());
        view.put("server", server());
        view.put("publicationId", draft == null ? null : draft.reply().id().toString());
        view.put(
                "watchUrl", entry.published() == null ? null : entry.published().watchUrl());
        view.put("folder", folder.toString());
        return view;
    }
}
