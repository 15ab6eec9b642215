package dev.slipway.media.ffmpeg;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;

/** Owns an AVDictionary of options for one call; what the call did not take stays in it. */
public final class Options implements AutoCloseable {
    private final AVDictionary dictionary = new AVDictionary(null);

    public Options(Map<String, String> entries) {
        new TreeMap<>(entries).forEach((key, value) -> avutil.av_dict_set(dictionary, key, value, 0));
    }

    public AVDictionary pointer() {
        return dictionary;
    }

    /** An option that nobody took is a slip of the pen in our own code. */
    public void requireAllTaken(String by) {
        AVDictionaryEntry left = avutil.av_dict_get(dictionary, "", null, avutil.AV_DICT_IGNORE_SUFFIX);
        if (left != null) {
            throw new FfmpegException(by + " knows no option \"" + left.key().getString() + "\"");
        }
    }

    @Override
    public void close() {
        avutil.av_dict_free(dictionary);
    }
}
