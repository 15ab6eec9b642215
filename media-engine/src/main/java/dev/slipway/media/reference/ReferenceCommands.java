package dev.slipway.media.reference;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.VideoOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes down what somebody would type to get a plan's files from FFmpeg's own program. */
public final class ReferenceCommands {
    private final Path program;
    private final Path source;
    private final Plan plan;

    /** @param source with a constant rate, upright, in the colours that are published, so that only encoding differs */
    public ReferenceCommands(Path program, Path source, Plan plan) {
        this.program = program;
        this.source = source;
        this.plan = plan;
    }

    /** @return commands to be run one after the other; the files in the folder get the engine's own names */
    public List<List<String>> of(ReferenceStyle style, Path folder) {
        return switch (style) {
            case SAME_GRAPH -> List.of(oneCommand(plan::threadsOf, folder));
            case BY_HAND -> List.of(oneCommand(any -> 1, folder));
            case SEPARATE -> separate(folder);
        };
    }

    private List<String> oneCommand(ToIntFunction<VideoOutput> threads, Path folder) {
        List<PictureBranch> branches = new PictureBranches(plan, threads).all();
        List<String> command = beginning(List.of());
        command.addAll(List.of("-filter_complex", new CascadeGraph(branches, plan.topSize()).text()));
        for (int index = 0; index < branches.size(); index++) {
            PictureBranch branch = branches.get(index);
            command.addAll(List.of("-map", "[v" + index + "]"));
            command.addAll(branch.arguments());
            command.add(folder.resolve(branch.path()).toString());
        }
        plan.audios().forEach(audio -> command.addAll(sound(audio, folder)));
        return command;
    }

    private List<List<String>> separate(Path folder) {
        List<List<String>> commands = new ArrayList<>();
        for (PictureBranch branch : new PictureBranches(plan, any -> plan.threads()).all()) {
            String scale = "scale=%d:%d:flags=bicubic,format=yuv420p"
                    .formatted(branch.size().width(), branch.size().height());
            List<String> command = beginning(branch.part());
            command.addAll(List.of("-vf", CascadeGraph.join(branch.selectWithinPart(), scale, branch.finish())));
            command.addAll(branch.arguments());
            command.add(folder.resolve(branch.path()).toString());
            commands.add(command);
        }
        for (AudioOutput audio : plan.audios()) {
            List<String> command = beginning(List.of());
            command.addAll(sound(audio, folder));
            commands.add(command);
        }
        return commands;
    }

    private List<String> beginning(List<String> part) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(part);
        command.addAll(List.of("-i", source.toString()));
        return command;
    }

    private static List<String> sound(AudioOutput audio, Path folder) {
        return List.of(
                "-map",
                "0:a:0",
                "-vn",
                "-c:a",
                audio.codec().encoder(),
                "-b:a",
                Long.toString(audio.codec().bitrate()),
                "-ac",
                Integer.toString(AudioOutput.CHANNELS),
                "-ar",
                Integer.toString(AudioOutput.SAMPLE_RATE),
                "-f",
                "mp4",
                folder.resolve(audio.path()).toString());
    }
}
