package dev.slipway.desk.prepare.making;

import dev.slipway.desk.language.Texts;
import dev.slipway.media.run.Notice;
import java.util.List;
import java.util.Set;

/** What the engine told of how it went, in the chosen language; its own words stand only where ours are missing. */
final class NoticeWords {
    /** What a person may like to know and need not mind. */
    private static final Set<String> HOUSEKEEPING = Set.of(Notice.RESUMED, Notice.DISCARDED, Notice.REPLACES);

    private final Texts texts;
    private final List<Notice> notices;

    NoticeWords(Texts texts, List<Notice> notices) {
        this.texts = texts;
        this.notices = notices;
    }

    /**
     * One of them.
     *
     * @param exact names and figures, or the engine's words where the desk does not know the code; may be empty
     */
    record Note(String words, String exact) {}

    List<Note> warnings() {
        return notices.stream()
                .filter(notice -> !HOUSEKEEPING.contains(notice.code()))
                .map(this::note)
                .distinct()
                .toList();
    }

    /** In one line each. */
    List<String> remarks() {
        return notices.stream()
                .filter(notice -> HOUSEKEEPING.contains(notice.code()))
                .map(notice -> note(notice).words())
                .distinct()
                .toList();
    }

    private Note note(Notice notice) {
        String key = "prepare.notice." + notice.code();
        return texts.has(key)
                ? new Note(texts.get(key), notice.exact())
                : new Note(texts.get("prepare.notice"), notice.words());
    }
}
