package dev.slipway.media.probe.sound;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.media.AudioTrackFacts;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the sound track that a person asked for, by its number or its language. */
public final class SoundChoice {
    /** ISO 639-2 has two codes for these languages; the bibliographic one to the terminological. */
    private static final Map<String, String> TERMINOLOGICAL = Map.ofEntries(
            Map.entry("alb", "sqi"),
            Map.entry("arm", "hye"),
            Map.entry("baq", "eus"),
            Map.entry("bur", "mya"),
            Map.entry("chi", "zho"),
            Map.entry("cze", "ces"),
            Map.entry("dut", "nld"),
            Map.entry("fre", "fra"),
            Map.entry("geo", "kat"),
            Map.entry("ger", "deu"),
            Map.entry("gre", "ell"),
            Map.entry("ice", "isl"),
            Map.entry("mac", "mkd"),
            Map.entry("mao", "mri"),
            Map.entry("may", "msa"),
            Map.entry("per", "fas"),
            Map.entry("rum", "ron"),
            Map.entry("slo", "slk"),
            Map.entry("tib", "bod"),
            Map.entry("wel", "cym"));

    private SoundChoice() {}

    /** @throws MediaException that names what there is, when the wanted track is not there */
    public static AudioTrackFacts choose(List<AudioTrackFacts> tracks, String wanted) {
        return find(tracks, wanted)
                .orElseThrow(() -> new MediaException(
                        ProblemCode.USAGE,
                        tracks.isEmpty()
                                ? "There is no sound track to choose: the file is silent."
                                : "There is no sound track \"" + wanted + "\". Choose one by number or language: "
                                        + tracks.stream()
                                                .map(SoundChoice::describe)
                                                .collect(Collectors.joining("; "))
                                        + "."));
    }

    private static Optional<AudioTrackFacts> find(List<AudioTrackFacts> tracks, String wanted) {
        if (wanted.chars().allMatch(Character::isDigit)) {
            return tracks.stream()
                    .filter(track -> Integer.toString(track.index()).equals(wanted))
                    .findFirst();
        }
        String language = threeLetters(wanted);
        return tracks.stream()
                .filter(track -> track.language() != null
                        && threeLetters(track.language()).equals(language))
                .findFirst();
    }

    /** Of {@code de}, {@code ger}, {@code deu} or {@code de-AT}: {@code deu}. */
    private static String threeLetters(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (String two : Locale.getISOLanguages()) {
            if (two.equals(primary)) {
                return Locale.of(two).getISO3Language();
            }
        }
        return TERMINOLOGICAL.getOrDefault(primary, primary);
    }

    private static String describe(AudioTrackFacts track) {
        return track.index() + " ("
                + (track.language() == null ? "language unknown" : track.language())
                + ", " + track.codec() + ", " + AudioTrackFacts.channels(track.channels())
                + (track.title() == null ? "" : ", \"" + track.title() + "\"")
                + ")";
    }
}
