package dev.slipway.model.moderation.fold;

import java.util.List;
import java.util.Map;

/** Signs that people put in place of letters, alone or in rows. */
final class Signs {
    /** Longest first. */
    private static final List<Map.Entry<String, Character>> ROWS = List.of(
            Map.entry("/\\/\\", 'm'),
            Map.entry("\\/\\/", 'w'),
            Map.entry("|-|", 'h'),
            Map.entry("|\\|", 'n'),
            Map.entry("|/|", 'и'),
            Map.entry("|<", 'k'),
            Map.entry("()", 'o'),
            Map.entry("[]", 'o'),
            Map.entry("}{", 'x'),
            Map.entry(")(", 'x'),
            Map.entry("><", 'x'),
            Map.entry("/\\", 'л'),
            Map.entry("\\/", 'v'));

    private static final String SINGLE = "@$!|+*(<€£¢¥§©'’ʼ";

    private Signs() {}

    static boolean isSingle(int codePoint) {
        return SINGLE.indexOf(codePoint) >= 0;
    }

    /** @return the row of signs that begins here, with the letter that it is taken for; its text is empty where there is none */
    static Map.Entry<String, Character> rowAt(String text, int offset) {
        for (Map.Entry<String, Character> row : ROWS) {
            if (text.startsWith(row.getKey(), offset)) {
                return row;
            }
        }
        return Map.entry("", ' ');
    }
}
