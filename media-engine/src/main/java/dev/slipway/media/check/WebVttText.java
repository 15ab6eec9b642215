package dev.slipway.media.check;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a subtitle file as WebVTT (W3C Candidate Recommendation 2019): cues of plain text and the five simple tags. */
public final class WebVttText {
    private static final long MAX_BYTES = 8 << 20;
    private static final int MAX_LINE = 2_000;
    private static final String ARROW = "-->";
    private static final String TIME = "((?:\\d{2,4}:)?[0-5]\\d:[0-5]\\d\\.\\d{3})";
    private static final Pattern TIMING = Pattern.compile(TIME + "[ \\t]+-->[ \\t]+" + TIME + "([ \\t]+[\\w:.,%-]+)*");
    private static final Pattern TAG = Pattern.compile("</?[^>]*>?");
    private static final Pattern KNOWN_TAG = Pattern.compile(
            "</?(?:[biuc]|v|lang|ruby|rt)(?:\\.[\\w.-]+)?(?:[ \\t][^<>&]*)?>|<(?:\\d+:)?\\d\\d:\\d\\d\\.\\d{3}>");

    /** WebVTT §6.1: the whole line, and what follows is no text for people but rules for the player. */
    private static final Pattern BLOCK = Pattern.compile("(STYLE|REGION)[ \\t]*");

    private final String name;

    private WebVttText(String name) {
        this.name = name;
    }

    static void check(Artifact artifact, Path file) throws IOException {
        new WebVttText(artifact.path()).check(file);
    }

    /** For who makes such files. @return why {@link PublicationCheck} would refuse this one */
    public static Optional<String> fault(Path file) throws IOException {
        try {
            new WebVttText(file.toString()).check(file);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.verdict().detail());
        }
    }

    private void check(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw refusal("it is larger than " + MAX_BYTES + " bytes");
        }
        List<String> lines = decode(Files.readAllBytes(file)).lines().toList();
        String header = lines.isEmpty() ? "" : lines.getFirst().replaceFirst("^\uFEFF", "");
        if (!header.equals("WEBVTT") && !header.startsWith("WEBVTT ") && !header.startsWith("WEBVTT\t")) {
            throw refusal("its first line is not WEBVTT");
        }
        for (int line = 1; line < lines.size(); line++) {
            checkLine(lines.get(line), line + 1);
            if (line == 1 || lines.get(line - 1).isEmpty()) {
                checkBlock(lines.get(line), line + 1);
            }
        }
    }

    private String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal("it is not UTF-8 text: " + e.getMessage());
        }
    }

    private void checkLine(String line, int number) {
        if (line.length() > MAX_LINE) {
            throw refusal("line " + number + " is longer than " + MAX_LINE + " characters");
        }
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw refusal("line " + number + " holds control characters");
        }
        if (line.contains(ARROW)) {
            checkTiming(line, number);
        } else {
            checkTags(line, number);
        }
    }

    /** @param line the first of a block; inside of a cue the same words are just words */
    private void checkBlock(String line, int number) {
        Matcher block = BLOCK.matcher(line);
        if (block.matches()) {
            throw refusal("line " + number + " begins a " + block.group(1) + " block; only plain cues are taken");
        }
    }

    private void checkTiming(String line, int number) {
        Matcher timing = TIMING.matcher(line.strip());
        if (!timing.matches()) {
            throw refusal("line " + number + " is no timing such as 00:01.000 --> 00:04.000");
        }
        if (millis(timing.group(1)) >= millis(timing.group(2))) {
            throw refusal("the cue of line " + number + " ends before it begins");
        }
    }

    private void checkTags(String line, int number) {
        Matcher tag = TAG.matcher(line);
        while (tag.find()) {
            if (!KNOWN_TAG.matcher(tag.group()).matches()) {
                throw refusal("line " + number + " holds a tag that subtitles do not have");
            }
        }
    }

    private static long millis(String time) {
        String[] parts = time.split("[:.]");
        long minutes = Long.parseLong(parts[parts.length - 3]);
        long hours = parts.length == 4 ? Long.parseLong(parts[0]) : 0;
        return ((hours * 60 + minutes) * 60 + Long.parseLong(parts[parts.length - 2])) * 1000
                + Long.parseLong(parts[parts.length - 1]);
    }

    private Refusal refusal(String reason) {
        return new Refusal(
                ProblemCode.CONTAINER_REFUSED,
                name,
                name + " is not a WebVTT subtitle file that can be published: " + reason + ".",
                reason);
    }
}
