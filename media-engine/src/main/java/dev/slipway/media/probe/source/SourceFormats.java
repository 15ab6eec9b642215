package dev.slipway.media.probe.source;

import java.util.Set;

/**
 * The containers a source may be in: FFmpeg's names of their demuxers. Playlists, devices, network formats and those
 * that open other files are absent on purpose; sound-only formats are here so that they can be refused by name.
 */
public final class SourceFormats {
    public static final Set<String> ALLOWED = Set.of(
            "mov",
            "mp4",
            "m4a",
            "3gp",
            "3g2",
            "mj2",
            "matroska",
            "webm",
            "avi",
            "flv",
            "mpegts",
            "mpeg",
            "mpegvideo",
            "asf",
            "ogg",
            "mxf",
            "dv",
            "nut",
            "ivf",
            "rm",
            "h264",
            "hevc",
            "m4v",
            "gif",
            "mp3",
            "wav",
            "flac",
            "aac",
            "aiff",
            "au",
            "ac3",
            "caf",
            "w64");

    private SourceFormats() {}

    /** The name people use for what FFmpeg calls by a list of names. */
    public static String friendlyName(String format) {
        return switch (format) {
            case "mov,mp4,m4a,3gp,3g2,mj2" -> "mp4";
            case "matroska,webm" -> "matroska";
            default -> format;
        };
    }
}
