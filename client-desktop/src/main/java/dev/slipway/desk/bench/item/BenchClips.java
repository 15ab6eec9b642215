package dev.slipway.desk.bench.item;

import dev.slipway.desk.bench.process.CommandRun;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clips made of real footage by FFmpeg's own program, each once. No long natural clip of a large size is at hand, so
 * four moments of one street camera are tiled 2 × 2; synthetic noise would flatter or shame encoders for nothing.
 */
public final class BenchClips {
    public static final String STREET = "street-768x432-h264-aac-30s.mp4";
    private static final int STREET_SECONDS = 30;
    private static final List<Integer> OFFSETS = List.of(0, 7, 14, 21);
    private static final List<String> BT709 =
            List.of("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv");

    private final Path program;
    private final Path media;
    private final Path work;
    private final CancelSignal cancel;

    public BenchClips(Path program, Path media, Path work, CancelSignal cancel) {
        this.program = program;
        this.media = media;
        this.work = work;
        this.cancel = cancel;
    }

    /** 1536 × 864 with sound. */
    public Path tiled(int seconds) {
        Path clip = work.resolve("tiled-" + seconds + "s.mp4");
        List<String> command = beginning();
        for (int offset : OFFSETS) {
            int loops = (seconds + offset) / STREET_SECONDS;
            command.addAll(List.of("-stream_loop", Integer.toString(loops), "-i", street().toString()));
        }
        StringBuilder graph = new StringBuilder();
        for (int tile = 0; tile < OFFSETS.size(); tile++) {
            graph.append("[%d:v]trim=start=%d,setpts=PTS-STARTPTS[t%d];".formatted(tile, OFFSETS.get(tile), tile));
        }
        graph.append("[t0][t1][t2][t3]xstack=inputs=4:layout=0_0|w0_0|0_h0|w0_h0,")
                .append("scale=in_color_matrix=bt601:out_color_matrix=bt709:out_range=tv,format=yuv420p[v]");
        command.addAll(List.of("-filter_complex", graph.toString(), "-map", "[v]", "-map", "0:a"));
        command.addAll(List.of("-t", Integer.toString(seconds), "-c:v", "libopenh264", "-rc_mode", "bitrate"));
        command.addAll(List.of("-b:v", "16M", "-g", "60", "-c:a", "copy"));
        return made(clip, command);
    }

    /** The four tiles at 1920 × 1080 and 30 pictures a second, with a key frame in 250 pictures: hard to search in. */
    public Path longGroups(int seconds) {
        List<String> command = beginning();
        command.addAll(List.of("-i", tiled(seconds).toString()));
        command.addAll(List.of("-vf", "scale=1920:1080,fps=30,setparams=colorspace=bt709"));
        command.addAll(List.of("-c:v", "libopenh264", "-rc_mode", "bitrate", "-b:v", "16M", "-g", "250"));
        command.addAll(List.of("-c:a", "copy"));
        return made(work.resolve("long-groups-" + seconds + "s.mp4"), command);
    }

    /** One camera as it is, 768 × 432. */
    public Path single(int seconds) {
        List<String> command = beginning();
        command.addAll(List.of("-i", street().toString(), "-t", Integer.toString(seconds)));
        command.addAll(List.of("-vf", "scale=in_color_matrix=bt601:out_color_matrix=bt709:out_range=tv"));
        command.addAll(List.of("-c:v", "libopenh264", "-rc_mode", "bitrate", "-b:v", "8M", "-g", "60", "-c:a", "copy"));
        return made(work.resolve("single-" + seconds + "s.mp4"), command);
    }

    /** A small picture for an hour: the clip, copied end to end without being encoded again. */
    public Path hour() {
        List<String> small = beginning();
        small.addAll(List.of("-i", street().toString(), "-vf", "scale=256:144:out_color_matrix=bt709:out_range=tv"));
        small.addAll(List.of("-c:v", "libopenh264", "-rc_mode", "bitrate", "-b:v", "400k", "-g", "60", "-c:a", "copy"));
        Path once = made(work.resolve("small.mp4"), small);
        List<String> hour = beginning();
        hour.addAll(List.of("-stream_loop", "130", "-i", once.toString(), "-t", "3600", "-c", "copy"));
        return made(work.resolve("hour.mp4"), hour);
    }

    private Path street() {
        Path clip = media.resolve(STREET);
        if (!Files.isReadable(clip)) {
            throw new DeskException(
                    ProblemCode.FILE_NOT_FOUND,
                    "The bench needs the clip " + clip + ". Name the folder that holds it with --media.");
        }
        return clip;
    }

    private List<String> beginning() {
        return new ArrayList<>(List.of(program.toString(), "-nostdin", "-v", "error", "-y"));
    }

    private Path made(Path clip, List<String> command) {
        if (!Files.exists(clip)) {
            List<String> whole = new ArrayList<>(command);
            whole.addAll(BT709);
            whole.add(clip.toString());
            new CommandRun(cancel, work.resolve("clips.log"), Duration.ofMillis(500)).run(List.of(whole));
        }
        return clip;
    }
}
