package dev.slipway.media.ffmpeg.codec;

import java.util.Map;

/** How sound is to be encoded. */
public record AudioEncoding(String encoder, int sampleRate, int channels, long bitrate, Map<String, String> options) {

    public AudioEncoding {
        options = Map.copyOf(options);
    }
}
