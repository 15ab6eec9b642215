package dev.slipway.model.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.media.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest claims of one file; the server decodes the file and compares.
 *
 * @param codec short lower-case name: vp9, av1, h264, opus, aac, webp, webvtt
 * @param bitrate average bits per second of the track's payload
 * @param frames coded pictures, for VIDEO and PREVIEW; number of small frames on the sheet, for THUMBNAILS
 * @param intervalMicros time between two frames of a THUMBNAILS sheet
 * @param columns frames in a row of a THUMBNAILS sheet; width and height are then those of the whole sheet
 * @param language BCP 47 tag, for AUDIO and SUBTITLES
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArtifactMedia(
        String codec,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Rational frameRate,
        @Nullable Long durationMicros,
        @Nullable Long frames,
        @Nullable Long bitrate,
        @Nullable Integer channels,
        @Nullable Integer sampleRate,
        @Nullable Long intervalMicros,
        @Nullable Integer columns,
        @Nullable String language) {

    public static ArtifactMedia video(
            String codec, int width, int height, Rational frameRate, long durationMicros, long frames, long bitrate) {
        return new ArtifactMedia(
                codec, width, height, frameRate, durationMicros, frames, bitrate, null, null, null, null, null);
    }

    public static ArtifactMedia audio(String codec, long durationMicros, long bitrate, int channels, int sampleRate) {
        return new ArtifactMedia(
                codec, null, null, null, durationMicros, null, bitrate, channels, sampleRate, null, null, null);
    }

    public static ArtifactMedia picture(String codec, int width, int height) {
        return new ArtifactMedia(codec, width, height, null, null, null, null, null, null, null, null, null);
    }

    public static ArtifactMedia sheet(
            String codec, int width, int height, int columns, long frames, long intervalMicros) {
        return new ArtifactMedia(
                codec, width, height, null, null, frames, null, null, null, intervalMicros, columns, null);
    }

    public static ArtifactMedia subtitles(String language) {
        return new ArtifactMedia("webvtt", null, null, null, null, null, null, null, null, null, null, language);
    }
}
