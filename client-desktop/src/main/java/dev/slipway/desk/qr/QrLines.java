package dev.slipway.desk.qr;

import java.util.ArrayList;
import java.util.List;

/** A QR code for a terminal: two modules in each character, the light ones drawn, for light text on a dark ground. */
public final class QrLines {
    private static final String BOTH = "\u2588";
    private static final String UPPER = "\u2580";
    private static final String LOWER = "\u2584";

    private QrLines() {}

    public static List<String> of(QrMatrix matrix) {
        List<String> lines = new ArrayList<>();
        int end = matrix.side() + QrMatrix.QUIET;
        for (int y = -QrMatrix.QUIET; y < end; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -QrMatrix.QUIET; x < end; x++) {
                line.append(character(!matrix.isDark(x, y), y + 1 < end && !matrix.isDark(x, y + 1)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String character(boolean upper, boolean lower) {
        if (upper) {
            return lower ? BOTH : UPPER;
        }
        return lower ? LOWER : " ";
    }
}
