package dev.slipway.media.subtitle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of one subtitle packet as WebVTT cue text: bold, italics and underline are kept, every other tag goes, and
 * nothing in it can end the cue.
 */
final class CueText {
    private static final int MAX_CHARACTERS = 4000;

    /** Escaped, each may become five; {@code check} refuses lines of more than 2000. */
    private static final int MAX_LINE = 400;

    /** U+FFFD, for what is no character. */
    private static final int REPLACEMENT = 0xFFFD;

    private static final int ASS_FIELDS = 9;
    private static final Pattern ASS_OVERRIDE = Pattern.compile("\\{[^}]*}");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z]{1,10})[^<>\\n]{0,200}>");

    /** What begins a block of its own in WebVTT, wherever a reader takes it for the first line of one. */
    private static final Pattern BLOCK = Pattern.compile("STYLE|REGION|NOTE");

    /** Not seen before letters that run left to right, and keeps a line from being one of {@link #BLOCK}. */
    private static final char LEFT_TO_RIGHT_MARK = '\u200E';

    private CueText() {}

    static String of(String codec, ByteBuffer payload) {
        String text = switch (codec) {
            case "mov_text" -> movText(payload);
            case "ass", "ssa" -> assText(utf8(payload));
            default -> utf8(payload);
        };
        return clean(text);
    }

    /** 3GPP TS 26.245: a 16-bit length, the text, then boxes for styles. */
    private static String movText(ByteBuffer payload) {
        if (payload.remaining() < Short.BYTES) {
            return "";
        }
        int length = Math.min(Short.toUnsignedInt(payload.getShort()), payload.remaining());
        return utf8(payload.slice(payload.position(), length));
    }

    /** The text is the last of nine fields and may contain commas itself. */
    private static String assText(String line) {
        String[] fields = line.split(",", ASS_FIELDS);
        return fields.length < ASS_FIELDS
                ? ""
                : ASS_OVERRIDE
                        .matcher(fields[ASS_FIELDS - 1])
                        .replaceAll("")
                        .replace("\\N", "\n")
                        .replace("\\n", "\n")
                        .replace("\\h", " ");
    }

    private static String utf8(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    static String clean(String text) {
        String shortened = shortened(text, MAX_CHARACTERS)
                .lines()
                .map(line -> plain(shortened(line, MAX_LINE)))
                .collect(Collectors.joining("\n"));
        StringBuilder cue = new StringBuilder();
        Matcher tags = TAG.matcher(shortened);
        int end = 0;
        while (tags.find()) {
            cue.append(escape(shortened.substring(end, tags.start()))).append(keptTag(tags));
            end = tags.end();
        }
        cue.append(escape(shortened.substring(end)));
        return cue.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> BLOCK.matcher(line).matches() ? LEFT_TO_RIGHT_MARK + line : line)
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** One line of what UTF-8 and {@code check} take: no half of a pair, no control character. */
    private static String plain(String line) {
        return line.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String keptTag(Matcher tag) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        boolean kept = name.equals("b") || name.equals("i") || name.equals("u");
        return kept ? (tag.group().startsWith("</") ? "</" : "<") + name + ">" : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
