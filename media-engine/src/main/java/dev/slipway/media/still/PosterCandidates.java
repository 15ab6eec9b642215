package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.PosterOutput;
import dev.slipway.media.still.KeptPosters.Scored;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of pictures that a creator may choose the poster from, with its index. It lies in the output folder and is
 * no part of the publication.
 */
public final class PosterCandidates {
    public static final String FOLDER = "poster-candidates";

    private static final String INDEX = "index.json";
    private static final Pattern OWN_FILE = Pattern.compile("index\\.json|candidate-[0-9]{2}\\.webp");
    private static final long MOST_INDEX_BYTES = 64 * 1024;
    private static final long NEAREST_MICROS = 500_000;

    private PosterCandidates() {}

    /** The files of so many candidates, relative to the output folder. */
    public static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        names.add(FOLDER + "/" + INDEX);
        for (int number = 1; number <= count; number++) {
            names.add(FOLDER + "/" + name(number));
        }
        return names;
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "candidate-%02d.webp", number);
    }

    /** What the index holds, best first. */
    private record Index(List<PosterCandidate> candidates) {}

    /**
     * Writes them where any are wanted.
     *
     * @param folder is made; what an earlier run left in it goes
     */
    public static void write(PosterOutput output, Timeline timeline, ChunkStore store, Path folder) throws IOException {
        delete(folder);
        if (output.candidates() == 0) {
            return;
        }
        Files.createDirectories(folder);
        KeptPosters kept = new KeptPosters(output, timeline, store);
        List<PosterCandidate> candidates = new ArrayList<>();
        long nearest = Math.max(1, timeline.frameAt(NEAREST_MICROS));
        for (Scored picture : CandidateChoice.best(kept.scores(), output.candidates(), timeline.frames(), nearest)) {
            String name = name(candidates.size() + 1);
            Files.write(folder.resolve(name), kept.webp(picture.frame()));
            double seconds = (output.startMicros() + timeline.microsAt(picture.frame())) / 1e6;
            candidates.add(new PosterCandidate(FOLDER + "/" + name, seconds, picture.score()));
        }
        Files.write(folder.resolve(INDEX), Json.STRICT.writeValueAsBytes(new Index(candidates)));
    }

    /** Deletes those that an earlier run put into the output folder. */
    public static void discard(Path directory) throws IOException {
        delete(directory.resolve(FOLDER));
    }

    /** Those that {@link #publish} would put into the output folder, relative to it. */
    public static List<String> waiting(Path made) throws IOException {
        return Files.isDirectory(made)
                ? ownFiles(made).stream()
                        .map(file -> FOLDER + "/" + file.getFileName())
                        .toList()
                : List.of();
    }

    /** Puts them into the output folder, the index last; may be called again for those that are not there yet. */
    public static void publish(Path made, Path directory) throws IOException {
        Path folder = directory.resolve(FOLDER);
        if (Files.isDirectory(made)) {
            Files.createDirectories(folder);
            for (Path file : ownFiles(made)) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.delete(made);
        }
    }

    /** Those of a finished output folder, best first; empty where none were asked for. */
    public static List<PosterCandidate> in(Path directory) throws IOException {
        Path index = directory.resolve(FOLDER).resolve(INDEX);
        if (!Files.isRegularFile(index) || Files.size(index) > MOST_INDEX_BYTES) {
            return List.of();
        }
        return List.copyOf(
                Json.STRICT.readValue(Files.readAllBytes(index), Index.class).candidates());
    }

    /** Files of others stay, and the folder with them. */
    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : ownFiles(folder).reversed()) {
                Files.delete(file);
            }
            try (Stream<Path> others = Files.list(folder)) {
                if (others.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    /** In the order of their names: pictures first. */
    private static List<Path> ownFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            OWN_FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
