package dev.slipway.media.mux;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Muxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The top rung that WebM can hold and its Opus sound in one file, copied packet by packet from the finished ones. */
public final class WebmCopy {
    private static final Set<String> PICTURES = Set.of("vp9", "av1");
    private static final Set<String> MP4 = Set.of("mov");

    private WebmCopy() {}

    /**
     * @param folder of a finished preparation
     * @return the new file in it, which the manifest does not name
     * @throws MediaException {@code usage} when the folder has another file of that name, or no manifest of ours
     */
    public static Path write(Path folder, Cancellation cancellation) throws IOException {
        WebmPlace.requireFree(folder);
        Path kept = folder.resolve(Manifest.FILE_NAME);
        Manifest manifest = KeptManifest.read(kept)
                .orElseThrow(() -> new MediaException(
                        ProblemCode.USAGE,
                        kept + " is missing, is no file of its own, or is not as a run writes it, so that nobody knows"
                                + " which files are the film's. Prepare the video again."));
        List<Path> files = new ArrayList<>();
        files.add(made(folder, topRung(manifest)));
        sound(manifest).ifPresent(path -> files.add(made(folder, path)));
        Path unfinished = folder.resolve(WebmPlace.UNFINISHED);
        // One that a crash left, or a link, through which something else would be overwritten.
        Files.deleteIfExists(unfinished);
        try {
            copy(files, unfinished, cancellation);
            return WebmPlace.put(unfinished, folder);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A run makes no links: one leads to what is not the film's. */
    private static Path made(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    file + " is missing or is no file of its own, so it is not the film's. Prepare the video again.");
        }
        return file;
    }

    private static String topRung(Manifest manifest) {
        return manifest.withRole(ArtifactRole.VIDEO)
                .filter(rung -> PICTURES.contains(rung.media().codec()))
                .max(Comparator.comparingLong(WebmCopy::pixels))
                .map(Artifact::path)
                .orElseThrow(() -> new MediaException(
                        ProblemCode.USAGE, "There is no VP9 or AV1 rung, and WebM holds no other pictures."));
    }

    private static long pixels(Artifact rung) {
        long width = Objects.requireNonNull(rung.media().width(), "a rung has a width");
        return width * Objects.requireNonNull(rung.media().height(), "a rung has a height");
    }

    private static Optional<String> sound(Manifest manifest) {
        return manifest.withRole(ArtifactRole.AUDIO)
                .filter(sound -> sound.media().codec().equals("opus"))
                .findFirst()
                .map(Artifact::path);
    }

    private static void copy(List<Path> files, Path target, Cancellation cancellation) {
        List<Source> sources = new ArrayList<>();
        try (Muxer muxer = new Muxer(target, "webm")) {
            for (Path file : files) {
                Source source = new Source(file, sources.size());
                sources.add(source);
                muxer.addCopy(source.track);
            }
            muxer.start(Map.of());
            Optional<Source> next = earliest(sources);
            while (next.isPresent()) {
                cancellation.throwIfCancelled();
                next.get().moveTo(muxer);
                next = earliest(sources);
            }
            muxer.finish();
        } finally {
            sources.forEach(Source::close);
        }
    }

    private static Optional<Source> earliest(List<Source> sources) {
        return sources.stream().filter(source -> source.more).min(Comparator.comparingLong(Source::micros));
    }

    /** One finished file and its next packet. */
    private static final class Source implements AutoCloseable {
        private final Demuxer demuxer;
        private final Packet packet = new Packet();
        private final Track track;
        private final int number;
        private boolean more;

        Source(Path file, int number) {
            this.demuxer = Demuxer.open(file, MP4);
            this.track = demuxer.tracks().getFirst();
            this.number = number;
            this.more = demuxer.read(packet);
        }

        long micros() {
            long time = packet.dts() == Timebase.NONE ? packet.pts() : packet.dts();
            return track.timebase().toMicros(time);
        }

        void moveTo(Muxer muxer) {
            muxer.write(packet, number);
            more = demuxer.read(packet);
        }

        @Override
        public void close() {
            packet.close();
            demuxer.close();
        }
    }
}
