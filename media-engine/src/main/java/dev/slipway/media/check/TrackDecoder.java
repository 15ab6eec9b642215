package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackKind;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One open artifact and the decoder of its only track. The demuxer is fixed by the role, and the decoder by the codec
 * the manifest claims, so a hostile file cannot choose which of FFmpeg's hundreds of parsers reads it.
 */
final class TrackDecoder implements AutoCloseable {
    private static final Set<String> CODECS = Set.of("vp9", "av1", "h264", "opus", "aac", "webp");
    private static final Map<ArtifactRole, String> DEMUXERS = Map.of(
            ArtifactRole.VIDEO, "mov",
            ArtifactRole.AUDIO, "mov",
            ArtifactRole.PREVIEW, "matroska",
            ArtifactRole.POSTER, "webp_pipe",
            ArtifactRole.THUMBNAILS, "webp_pipe");
    private static final int THREADS = 2;

    private final Artifact artifact;
    private final CheckRun run;
    private final Demuxer demuxer;
    private final Track track;
    private final Decoder decoder;

    private TrackDecoder(Artifact artifact, CheckRun run, Demuxer demuxer, Track track, Decoder decoder) {
        this.artifact = artifact;
        this.run = run;
        this.demuxer = demuxer;
        this.track = track;
        this.decoder = decoder;
    }

    static TrackDecoder open(Artifact artifact, Path file, CheckRun run) {
        Demuxer demuxer = demuxer(artifact, file);
        try {
            Track track = onlyTrack(artifact, demuxer);
            return new TrackDecoder(artifact, run, demuxer, track, Decoder.open(track, THREADS));
        } catch (FfmpegException e) {
            demuxer.close();
            throw undecodable(artifact, String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            demuxer.close();
            throw e;
        }
    }

    Track track() {
        return track;
    }

    /** Decodes from the current place to the end or until the consumer has enough; a damaged packet is a refusal. */
    void decode(FrameConsumer pictures) {
        Consumer<Frame> taken = pictures::take;
        try (Packet packet = new Packet()) {
            while (!pictures.hasEnough() && demuxer.read(packet)) {
                if (packet.isCorrupt()) {
                    throw undecodable(artifact, "a packet is cut off");
                }
                decoder.decode(packet, taken);
                run.pieceDone();
            }
            if (!pictures.hasEnough()) {
                decoder.decode(null, taken);
            }
        } catch (FfmpegException e) {
            throw undecodable(artifact, String.valueOf(e.getMessage()));
        }
        if (decoder.damaged() > 0) {
            throw undecodable(artifact, decoder.damaged() + " packets are damaged");
        }
    }

    /** Goes to the key frame at or before the time. A decoder that was drained cannot go on: open another. */
    void seek(long micros) {
        try {
            demuxer.seek(track, track.timebase().fromMicros(micros));
        } catch (FfmpegException e) {
            throw undecodable(artifact, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        decoder.close();
        demuxer.close();
    }

    /** Takes decoded frames, which are valid only during the call. */
    interface FrameConsumer {
        void take(Frame frame);

        default boolean hasEnough() {
            return false;
        }
    }

    static Refusal undecodable(Artifact artifact, String detail) {
        return new Refusal(
                ProblemCode.DECODE_FAILED,
                artifact.path(),
                artifact.path() + " cannot be decoded from its beginning to its end. Prepare the video again.",
                detail);
    }

    private static Demuxer demuxer(Artifact artifact, Path file) {
        String format = DEMUXERS.getOrDefault(artifact.role(), "none");
        try {
            return Demuxer.open(file, Set.of(format));
        } catch (FfmpegException e) {
            throw new Refusal(
                    ProblemCode.CONTAINER_REFUSED,
                    artifact.path(),
                    artifact.path() + " is not the kind of file that its name and role say.",
                    String.valueOf(e.getMessage()));
        }
    }

    private static Track onlyTrack(Artifact artifact, Demuxer demuxer) {
        List<Track> tracks = demuxer.tracks();
        Refusal.unlessEqual(ProblemCode.CODEC_DIFFERS, artifact.path(), "tracks:", 1, tracks.size());
        Track track = tracks.getFirst();
        TrackKind kind = artifact.role() == ArtifactRole.AUDIO ? TrackKind.SOUND : TrackKind.PICTURE;
        Refusal.unlessEqual(ProblemCode.CODEC_DIFFERS, artifact.path(), "kind", kind, track.kind());
        Refusal.unlessEqual(
                ProblemCode.CODEC_DIFFERS,
                artifact.path(),
                "codec",
                artifact.media().codec(),
                track.codecName());
        if (!CODECS.contains(track.codecName())) {
            throw undecodable(artifact, "codec " + track.codecName() + " is not on the list");
        }
        return track;
    }
}
