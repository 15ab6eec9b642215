package dev.slipway.desk.viewers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The H.264 version in a finished folder, as one master playlist with a picture and, where there is one, a sound. Blocking.
 *
 * @param texts playlists by their paths
 * @param slices what the playlists name, by their paths
 */
record FinishedFilm(Path folder, Map<String, String> texts, Map<String, SlicedPlaylist.Slice> slices) {
    static final String MASTER = "film.m3u8";
    private static final String PICTURE = "picture.m3u8";
    private static final String SOUND = "sound.m3u8";
    private static final Pattern RUNG = Pattern.compile("video-(?<lines>[0-9]{1,5})-h264\\.m3u8");

    FinishedFilm {
        texts = Map.copyOf(texts);
        slices = Map.copyOf(slices);
    }

    /** Empty where no H.264 version was made. */
    static Optional<FinishedFilm> in(Path folder) throws IOException {
        Path playlists = folder.resolve("hls");
        Optional<Path> picture = largest(playlists);
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        Path aac = playlists.resolve("audio-aac.m3u8");
        @Nullable SlicedPlaylist sound = Files.exists(aac) ? SlicedPlaylist.of(Files.readAllLines(aac)) : null;
        SlicedPlaylist pictures = SlicedPlaylist.of(Files.readAllLines(picture.get()));
        Map<String, String> texts = new HashMap<>();
        texts.put(MASTER, master(sound != null));
        texts.put(PICTURE, pictures.text());
        List<SlicedPlaylist.Slice> all = new ArrayList<>(pictures.slices());
        if (sound != null) {
            texts.put(SOUND, sound.text());
            all.addAll(sound.slices());
        }
        Map<String, SlicedPlaylist.Slice> slices = new HashMap<>();
        all.forEach(slice -> slices.put(slice.path(), slice));
        return Optional.of(new FinishedFilm(folder, texts, slices));
    }

    private static Optional<Path> largest(Path playlists) throws IOException {
        if (!Files.isDirectory(playlists)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(playlists)) {
            return files.filter(file -> lines(file) > 0).max(Comparator.comparingInt(FinishedFilm::lines));
        }
    }

    /** 0 for any other file. */
    private static int lines(Path playlist) {
        Matcher name = RUNG.matcher(playlist.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group("lines")) : 0;
    }

    /** The bandwidth only has to be there: there is nothing to choose from. */
    private static String master(boolean sounds) {
        String group = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"aac\",AUTOSELECT=YES,DEFAULT=YES,URI=\"" + SOUND
                + "\"\n";
        return "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
                + (sounds ? group : "")
                + "#EXT-X-STREAM-INF:BANDWIDTH=1000000" + (sounds ? ",AUDIO=\"aac\"" : "") + "\n"
                + PICTURE + "\n";
    }
}
