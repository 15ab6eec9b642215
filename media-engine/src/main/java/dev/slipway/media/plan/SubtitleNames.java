package dev.slipway.media.plan;

import dev.slipway.media.plan.output.SubtitleOutput;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.model.media.SubtitleFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which subtitle tracks are text, and what their files are called: {@code subtitles-en.vtt}, the first of a language. */
final class SubtitleNames {
    private static final Set<String> TEXT = Set.of("subrip", "srt", "mov_text", "ass", "ssa", "webvtt", "text");
    private static final int MOST = 20;

    private SubtitleNames() {}

    static List<SubtitleOutput> of(SourceScan scan) {
        List<SubtitleOutput> outputs = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        for (int index = 0; index < scan.subtitleTracks().size() && outputs.size() < MOST; index++) {
            SubtitleFacts facts = scan.facts().subtitles().get(index);
            String language = tag(facts.language());
            if (TEXT.contains(facts.codec()) && languages.add(language)) {
                outputs.add(new SubtitleOutput(
                        "subtitles-" + language + ".vtt", scan.subtitleTracks().get(index), language));
            }
        }
        return outputs;
    }

    /** ISO 639-2's three letters as the two of BCP 47 where there are two; never text that came with the file as it is. */
    private static String tag(@Nullable String language) {
        if (language == null) {
            return "und";
        }
        String given = language.toLowerCase(Locale.ROOT);
        for (String two : Locale.getISOLanguages()) {
            if (two.equals(given) || Locale.of(two).getISO3Language().equals(given)) {
                return two;
            }
        }
        return "und";
    }
}
