package dev.slipway.desk.publish.journal;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the journals in a folder say, read without holding their locks. */
public final class PublishHistory {
    private PublishHistory() {}

    /** One journal. */
    public record Begun(
            Path folder, JournalEntry entry, @Nullable ReceivedDraft draft) {

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
            if (entry.payment() != null) {
                return "paid";
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
                    "watchUrl",
                    entry.published() == null ? null : entry.published().watchUrl());
            view.put("folder", folder.toString());
            return view;
        }
    }

    public static List<Begun> of(Path publications) {
        if (!Files.isDirectory(publications)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(publications)) {
            return folders.sorted().flatMap(folder -> read(folder).stream()).toList();
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION, "The folder " + publications + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Begun> read(Path folder) {
        Path file = folder.resolve("publish.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JournalEntry entry = Json.LENIENT.readValue(Files.readAllBytes(file), JournalEntry.class);
            return Optional.of(
                    new Begun(folder, entry, entry.draft() == null ? null : ReceivedDraft.parse(entry.draft())));
        } catch (IOException | JacksonException e) {
            throw new DeskException(ProblemCode.CONFIGURATION, "The journal " + file + " cannot be read.", e);
        }
    }
}
