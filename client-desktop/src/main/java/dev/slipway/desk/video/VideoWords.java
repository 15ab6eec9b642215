package dev.slipway.desk.video;

import dev.slipway.desk.language.Amounts;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.media.AudioFacts;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.media.SubtitleFacts;
import dev.slipway.model.media.VideoFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is in a video, as a creator says it, with the exact terms beside it. */
public final class VideoWords {
    private static final double VERY_LONG_SECONDS = 2 * 3600;
    private static final String WARNING = "video.warning.";
    /** What sentences without a code begin with, in drafts of earlier desks, where the facts say the same in our words. */
    private static final List<String> SAID_ALREADY =
            List.of("There is no sound.", "The picture is HLG", "The picture is PQ");

    private final Texts texts;
    private final MediaFacts facts;

    public VideoWords(Texts texts, MediaFacts facts) {
        this.texts = texts;
        this.facts = facts;
    }

    /**
     * One thing about it.
     *
     * @param words for everybody
     * @param exact the field's own terms; may be empty
     */
    public record Line(String name, String words, String exact) {}

    /** What a creator should know before going on. */
    public record Warning(String words, String exact) {}

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Amounts amounts = texts.amounts();
        lines.add(new Line(
                texts.get("video.length"),
                amounts.duration(facts.durationMicros() / 1e6),
                amounts.clock(facts.durationMicros() / 1e6) + ", " + facts.container()));
        lines.add(new Line(texts.get("video.size"), amounts.bytes(facts.bytes()), amounts.exactBytes(facts.bytes())));
        picture().ifPresent(lines::add);
        lines.add(sound());
        lines.add(subtitles());
        return lines;
    }

    /** In the chosen language; the engine's own words stand only where ours are missing. */
    public List<Warning> warnings() {
        Map<String, Warning> warnings = new LinkedHashMap<>();
        VideoFacts video = facts.video();
        if (video != null && video.displayHeight() > video.displayWidth()) {
            put(warnings, "vertical", video.displayWidth() + " × " + video.displayHeight());
        }
        if (video != null && video.dynamicRange() != DynamicRange.SDR) {
            put(
                    warnings,
                    SourceWarning.HIGH_DYNAMIC_RANGE,
                    video.dynamicRange() + ", " + texts.get("video.bits", String.valueOf(video.bitDepth())));
        }
        if (facts.audio() == null) {
            put(warnings, SourceWarning.NO_SOUND, "");
        }
        if (facts.durationMicros() / 1e6 >= VERY_LONG_SECONDS) {
            put(warnings, "long", texts.amounts().duration(facts.durationMicros() / 1e6));
        }
        facts.codedWarnings().stream()
                .filter(warning -> !isSaid(warning))
                .forEach(warning -> putEngines(warnings, warning));
        return List.copyOf(warnings.values());
    }

    private static boolean isSaid(SourceWarning warning) {
        return warning.code().isEmpty() && SAID_ALREADY.stream().anyMatch(warning.words()::startsWith);
    }

    private void put(Map<String, Warning> warnings, String code, String exact) {
        warnings.putIfAbsent(code, new Warning(texts.get(WARNING + code), exact));
    }

    private void putEngines(Map<String, Warning> warnings, SourceWarning warning) {
        if (texts.has(WARNING + warning.code())) {
            put(warnings, warning.code(), exactly(warning));
        } else {
            warnings.put(warning.words(), new Warning(texts.get("video.warning"), warning.words()));
        }
    }

    /** What names itself stands as it is; what does not is told what it is of. */
    private String exactly(SourceWarning warning) {
        String of = WARNING + warning.code() + ".exact";
        return texts.has(of) ? texts.get(of, warning.exact()) : warning.exact();
    }

    /** In one line: 1080 × 1920, 2 min 10 s, 18.4 MB. */
    public String summary() {
        VideoFacts video = facts.video();
        String rest = texts.amounts().duration(facts.durationMicros() / 1e6) + " · "
                + texts.amounts().bytes(facts.bytes());
        return video == null ? rest : video.displayWidth() + " × " + video.displayHeight() + " · " + rest;
    }

    private Optional<Line> picture() {
        VideoFacts video = facts.video();
        if (video == null) {
            return Optional.empty();
        }
        String rate =
                texts.amounts().number("%.4g", video.frameRate().toDouble()).replaceAll("[.,]?0+$", "");
        return Optional.of(new Line(
                texts.get("video.picture"),
                texts.get(
                        "video.picture.words",
                        String.valueOf(video.displayWidth()),
                        String.valueOf(video.displayHeight()),
                        rate),
                String.join(
                        ", ",
                        List.of(
                                video.codec(),
                                video.pixelFormat(),
                                video.dynamicRange().name(),
                                video.frameRate() + " fps"))));
    }

    private Line sound() {
        AudioFacts audio = facts.audio();
        if (audio == null) {
            return new Line(texts.get("video.sound"), texts.get("video.sound.none"), "");
        }
        String words = switch (audio.channels()) {
            case 1 -> texts.get("video.sound.mono");
            case 2 -> texts.get("video.sound.stereo");
            default -> texts.plural("video.sound.channels", audio.channels());
        };
        String tracks = facts.audioTracks().size() > 1
                ? ", " + texts.plural("video.sound.tracks", facts.audioTracks().size())
                : "";
        return new Line(texts.get("video.sound"), words + tracks, audio.codec() + ", " + audio.sampleRate() + " Hz");
    }

    private Line subtitles() {
        List<SubtitleFacts> subtitles = facts.subtitles();
        if (subtitles.isEmpty()) {
            return new Line(texts.get("video.subtitles"), texts.get("video.subtitles.none"), "");
        }
        List<String> languages =
                subtitles.stream().map(this::language).distinct().toList();
        return new Line(
                texts.get("video.subtitles"),
                String.join(", ", languages),
                String.join(
                        ", ",
                        subtitles.stream().map(SubtitleFacts::codec).distinct().toList()));
    }

    private String language(SubtitleFacts subtitle) {
        String tag = subtitle.language();
        return tag == null
                ? texts.get("video.language.unknown")
                : Locale.of(tag).getDisplayLanguage(texts.language().get().locale());
    }
}
