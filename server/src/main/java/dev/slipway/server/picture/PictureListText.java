package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;
import dev.slipway.model.problem.Violation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of blocked pictures as text: {@code hash[,quality][,reason]}, one a line, as PDQ's own tools write and read
 * ({@code hash,quality,file}; {@code hash=} may stand before it, and a remark alone may follow the hash). A reason that is
 * quoted is read as in RFC 4180. Empty lines, lines that begin with {@code #} and a first line of column names are passed
 * over; of two lines for one picture the later counts.
 */
final class PictureListText {
    /** After so many bad lines nothing more is read. */
    static final int MOST_FAULTS = 100;

    static final String COLUMNS = "hash,quality,reason";

    private static final int MAX_LINE = 1_000;
    private static final String UNTOLD = "a blocked picture";
    private static final String PREFIX = "hash=";
    /** What looks like a number is meant as one; longer ones are the numbers of pictures in exchanged lists. */
    private static final Pattern QUALITY = Pattern.compile("([-+]?\\d{1,10}(?:\\.\\d*)?)(?:,(.*))?");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*+(?:\"\"[^\"]*+)*+)\"");

    private final Map<PdqHash, BlockedPicture> pictures = new LinkedHashMap<>();
    private final List<Violation> faults = new ArrayList<>();

    private PictureListText() {}

    /** What a text holds, and the first lines that are none, by their numbers. */
    record Read(List<BlockedPicture> pictures, List<Violation> faults) {}

    static Read read(String text) {
        PictureListText list = new PictureListText();
        int number = 0;
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext() && list.faults.size() < MOST_FAULTS) {
            String line = lines.next();
            list.take(number == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line, ++number);
        }
        return new Read(List.copyOf(list.pictures.values()), List.copyOf(list.faults));
    }

    private void take(String whole, int number) {
        String line = whole.strip();
        if (line.isEmpty() || line.startsWith("#") || number == 1 && line.startsWith("hash,")) {
            return;
        }
        try {
            BlockedPicture picture = picture(line);
            pictures.put(picture.hash(), picture);
        } catch (IllegalArgumentException e) {
            faults.add(new Violation("line " + number, String.valueOf(e.getMessage())));
        }
    }

    private static BlockedPicture picture(String line) {
        if (line.length() > MAX_LINE) {
            throw new IllegalArgumentException("a line has at most " + MAX_LINE + " characters");
        }
        int comma = line.indexOf(',');
        String first = (comma < 0 ? line : line.substring(0, comma)).strip();
        String rest = comma < 0 ? "" : line.substring(comma + 1).strip();
        PdqHash hash = PdqHash.parse(first.startsWith(PREFIX) ? first.substring(PREFIX.length()) : first);
        Matcher told = QUALITY.matcher(rest);
        if (!told.matches()) {
            return new BlockedPicture(hash, BlockedPicture.MAX_QUALITY, reason(rest));
        }
        int quality = WHOLE.matcher(told.group(1)).matches() ? Integer.parseInt(told.group(1)) : Integer.MAX_VALUE;
        if (quality > BlockedPicture.MAX_QUALITY) {
            throw new IllegalArgumentException(
                    "a quality is from 0 to " + BlockedPicture.MAX_QUALITY + "; a reason that is a number has quotes");
        }
        return new BlockedPicture(hash, quality, reason(told.group(2) == null ? "" : told.group(2)));
    }

    private static String reason(String written) {
        String text = written.strip();
        if (text.startsWith("\"")) {
            Matcher quoted = QUOTED.matcher(text);
            if (!quoted.matches()) {
                throw new IllegalArgumentException("the quotes of the reason do not close, or not at its end");
            }
            text = quoted.group(1).replace("\"\"", "\"").strip();
        }
        if (text.length() > BlockedPicture.MAX_REASON) {
            throw new IllegalArgumentException("a reason has at most " + BlockedPicture.MAX_REASON + " characters");
        }
        if (text.codePoints().anyMatch(PictureListText::isUnfit)) {
            throw new IllegalArgumentException("a reason holds no control characters");
        }
        return text.isEmpty() ? UNTOLD : text;
    }

    /** Also what turns the direction of a line, and halves of characters. */
    private static boolean isUnfit(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Reads back as the same list. */
    static String write(List<BlockedPicture> pictures) {
        StringBuilder text = new StringBuilder(COLUMNS).append('\n');
        for (BlockedPicture picture : pictures) {
            text.append(picture.hash().hex())
                    .append(',')
                    .append(picture.quality())
                    .append(",\"")
                    .append(picture.reason().replace("\"", "\"\""))
                    .append("\"\n");
        }
        return text.toString();
    }
}
