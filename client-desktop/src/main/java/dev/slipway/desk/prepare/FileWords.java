package dev.slipway.desk.prepare;

import dev.slipway.desk.language.Texts;

/** What a finished file is for, told by its bare name. */
public final class FileWords {
    private FileWords() {}

    /** Of two rungs of the same size the one for older players is named as such; an unknown file has its bare name. */
    public static String name(Texts texts, String path) {
        String[] parts = path.split("[-.]", -1);
        String key = "prepare.file." + (path.contains("-h264.") ? "compatible" : parts[0]);
        return !texts.has(key) ? path : texts.get(key, parts.length > 1 ? parts[1] : "");
    }
}
