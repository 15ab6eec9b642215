package dev.slipway.desk.prepare.making;

import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.language.Amounts;
import dev.slipway.desk.language.Texts;
import java.util.function.LongFunction;

/** What the sizes of a film came to, before and after, in the chosen language. */
public final class SizeWords {
    private final Texts texts;
    private final Finished finished;

    public SizeWords(Texts texts, Finished finished) {
        this.texts = texts;
        this.finished = finished;
    }

    /** Where there is little room: 18.4 MB → 6.1 MB, 67 % saved. */
    public String brief() {
        return compared("library", texts.amounts()::bytes);
    }

    /** As it is read out. */
    public String sentence() {
        return compared("prepare", texts.amounts()::bytes);
    }

    /** To the byte. */
    public String exact() {
        return compared("prepare", texts.amounts()::exactBytes);
    }

    private String compared(String place, LongFunction<String> size) {
        Amounts amounts = texts.amounts();
        double share = 1 - (double) finished.outputBytes() / Math.max(1, finished.inputBytes());
        return texts.get(
                place + (share >= 0 ? ".saved" : ".grown"),
                size.apply(finished.inputBytes()),
                size.apply(finished.outputBytes()),
                amounts.percent(Math.abs(share)));
    }
}
