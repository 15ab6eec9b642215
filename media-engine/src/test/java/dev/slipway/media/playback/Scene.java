package dev.slipway.media.playback;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one player is asked to do with one film, as the page understands it.
 *
 * @param player as the page names it: hls.js, dash.js, Shaka
 * @param address of the playlist or manifest, on the film server
 * @param codec beginning of the codec string the player is held to, or null to let it choose
 * @param heights rungs forced one after the other, from the top rung that it begins with
 * @param subtitles a line that must be on the screen, or null
 */
record Scene(
        String player,
        String address,
        @Nullable String codec,
        List<Integer> heights,
        @Nullable String subtitles) {

    Scene {
        heights = List.copyOf(heights);
    }

    static Scene hlsJs(String film) {
        return new Scene("hls.js", hls(film), null, List.of(), null);
    }

    static Scene dashJs(String film) {
        return new Scene("dash.js", dash(film), null, List.of(), null);
    }

    static Scene shakaHls(String film) {
        return new Scene("Shaka", hls(film), null, List.of(), null);
    }

    static Scene shakaDash(String film) {
        return new Scene("Shaka", dash(film), null, List.of(), null);
    }

    Scene onlyWith(String wantedCodec) {
        return new Scene(player, address, wantedCodec, heights, subtitles);
    }

    Scene forcedTo(Integer... wantedHeights) {
        return new Scene(player, address, codec, List.of(wantedHeights), subtitles);
    }

    Scene reading(String line) {
        return new Scene(player, address, codec, heights, line);
    }

    boolean isDash() {
        return address.endsWith(".mpd");
    }

    private static String hls(String film) {
        return "/" + film + "/hls/master.m3u8";
    }

    private static String dash(String film) {
        return "/" + film + "/dash/manifest.mpd";
    }

    /** For people: the player, the film and what is particular. */
    @Override
    public String toString() {
        String rungs = heights.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return Stream.of(
                        player + " " + address,
                        codec == null ? "" : "held to " + codec,
                        rungs.isEmpty() ? "" : "forced to " + rungs,
                        subtitles == null ? "" : "with subtitles")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
