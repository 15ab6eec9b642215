package dev.slipway.media.playlist;

import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.model.manifest.Artifact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * HTTP Live Streaming (RFC 8216) over single-file fragmented MP4: one media playlist for each file, with byte ranges.
 * Addresses come from the caller; nothing in the files can point anywhere.
 */
public final class HlsPlaylists {
    private static final String SUBTITLES = "subtitles";

    /**
     * Every rung is BT.709. Said of each, because a player that reads it from VP9's codec string and finds nothing in
     * H.264's keeps the two apart as if they were different films (Shaka 5.2 then stays on the H.264 rung for good).
     */
    private static final String RANGE = ",VIDEO-RANGE=SDR";

    private HlsPlaylists() {}

    /** @param playlistUri from an artifact's path to the address of its media playlist */
    public static String master(Presentation presentation, UnaryOperator<String> playlistUri) {
        List<String> lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"));
        Set<String> groups = new HashSet<>();
        for (Presentation.Track sound : presentation.sounds()) {
            lines.add(sound(
                    sound,
                    playlistUri.apply(sound.path()),
                    groups.add(sound.index().codec())));
        }
        for (Artifact subtitles : presentation.subtitles()) {
            lines.add(subtitles(subtitles, playlistUri.apply(subtitles.path())));
        }
        for (Presentation.Track rung : presentation.rungs()) {
            lines.add(stream(presentation, rung));
            lines.add(playlistUri.apply(rung.path()));
        }
        return text(lines);
    }

    /** @param uri address of the file itself */
    public static String media(TrackIndex index, String uri) {
        List<String> lines = new ArrayList<>(List.of(
                "#EXTM3U",
                "#EXT-X-VERSION:7",
                "#EXT-X-TARGETDURATION:" + targetSeconds(index),
                "#EXT-X-MEDIA-SEQUENCE:0",
                "#EXT-X-PLAYLIST-TYPE:VOD",
                "#EXT-X-INDEPENDENT-SEGMENTS",
                "#EXT-X-MAP:URI=" + quoted(uri) + ",BYTERANGE=\"" + index.init().size() + "@"
                        + index.init().offset() + "\""));
        for (Segment segment : index.segments()) {
            lines.add("#EXTINF:" + seconds(segment.durationTicks(), index.timescale()) + ",");
            lines.add("#EXT-X-BYTERANGE:" + segment.bytes().size() + "@"
                    + segment.bytes().offset());
            lines.add(uri);
        }
        lines.add("#EXT-X-ENDLIST");
        return text(lines);
    }

    /** The playlist of a WebVTT file that covers the whole film. */
    public static String subtitles(long durationMicros, String uri) {
        long seconds = Math.max(1, Math.ceilDiv(durationMicros, 1_000_000));
        return text(List.of(
                "#EXTM3U",
                "#EXT-X-VERSION:7",
                "#EXT-X-TARGETDURATION:" + seconds,
                "#EXT-X-MEDIA-SEQUENCE:0",
                "#EXT-X-PLAYLIST-TYPE:VOD",
                "#EXTINF:" + seconds(durationMicros, 1_000_000) + ",",
                uri,
                "#EXT-X-ENDLIST"));
    }

    /** No segment, rounded to the nearest second, may last longer than this (RFC 8216, section 4.3.3.1). */
    static long targetSeconds(TrackIndex index) {
        long longest = index.segments().stream()
                .mapToLong(Segment::durationTicks)
                .max()
                .orElseThrow();
        return Math.max(1, Math.round((double) longest / index.timescale()));
    }

    private static String sound(Presentation.Track sound, String uri, boolean firstOfGroup) {
        String language = sound.language() == null ? "" : ",LANGUAGE=" + quoted(sound.language());
        return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=" + quoted(sound.index().codec())
                + ",NAME=" + quoted(sound.language() == null ? sound.name() : sound.language())
                + language
                + ",AUTOSELECT=YES,DEFAULT=" + (firstOfGroup ? "YES" : "NO")
                + ",CHANNELS=\"" + sound.index().channels() + "\",URI=" + quoted(uri);
    }

    private static String subtitles(Artifact subtitles, String uri) {
        String language = subtitles.media().language();
        String name = language == null ? Presentation.name(subtitles.path()) : language;
        return "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"" + SUBTITLES + "\",NAME=" + quoted(name)
                + (language == null ? "" : ",LANGUAGE=" + quoted(language))
                + ",AUTOSELECT=YES,DEFAULT=NO,FORCED=NO,URI=" + quoted(uri);
    }

    private static String stream(Presentation presentation, Presentation.Track rung) {
        Optional<TrackIndex> sound = presentation.soundFor(rung).map(Presentation.Track::index);
        Bandwidth bandwidth =
                Bandwidth.of(rung.index()).plus(sound.map(Bandwidth::of).orElse(Bandwidth.NONE));
        String codecs =
                rung.index().codecs() + sound.map(index -> "," + index.codecs()).orElse("");
        return "#EXT-X-STREAM-INF:BANDWIDTH=" + bandwidth.peak()
                + ",AVERAGE-BANDWIDTH=" + bandwidth.average()
                + ",CODECS=" + quoted(codecs)
                + ",RESOLUTION=" + rung.index().width() + "x" + rung.index().height()
                + ",FRAME-RATE="
                + String.format(Locale.ROOT, "%.3f", rung.index().frameRate().toDouble())
                + RANGE
                + sound.map(index -> ",AUDIO=" + quoted(index.codec())).orElse("")
                + (presentation.subtitles().isEmpty() ? "" : ",SUBTITLES=\"" + SUBTITLES + "\"");
    }

    private static String seconds(long ticks, long timescale) {
        return String.format(Locale.ROOT, "%.6f", (double) ticks / timescale);
    }

    /** A quoted-string of RFC 8216 has no way to write a quote or a line break. */
    private static String quoted(String text) {
        if (text.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("a playlist cannot hold a quote or a line break: " + text);
        }
        return "\"" + text + "\"";
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
