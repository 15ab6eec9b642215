package dev.slipway.media.fuzz;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole files of about a second, one for each way in which films come, for {@link Mutator} to damage; the same bytes in
 * every run.
 */
final class Seeds {
    private static final String PICTURE = "testsrc2=s=96x80:r=12:d=1";
    private static final String SOUND = "sine=d=1:sample_rate=48000";

    /** File name, and how Debian's ffmpeg makes it of its own test sources. */
    private static final List<List<String>> MADE = List.of(
            List.of("h264-aac.mp4", "-c:v libx264 -g 6 -c:a aac"),
            List.of("h264-aac-fragmented.mp4", "-c:v libx264 -g 6 -c:a aac -movflags +frag_keyframe+empty_moov"),
            List.of("hevc10-opus.mp4", "-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p10 -c:a libopus"),
            List.of("mjpeg-pcm.mov", "-c:v mjpeg -pix_fmt yuvj420p -c:a pcm_s16le"),
            List.of("prores.mov", "-c:v prores_ks -c:a pcm_s24le"),
            List.of("h263-aac.3gp", "-s 128x96 -c:v h263 -c:a aac"),
            List.of("h264-ac3.mkv", "-c:v libx264 -bf 2 -c:a ac3"),
            List.of("ffv1-flac.mkv", "-c:v ffv1 -c:a flac"),
            List.of("vp9-opus.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
            List.of("vp8-vorbis.webm", "-c:v libvpx -deadline realtime -c:a libvorbis"),
            List.of("av1.webm", "-c:v libaom-av1 -cpu-used 8 -usage realtime -c:a libopus"),
            List.of("mpeg4-mp3.avi", "-c:v mpeg4 -c:a libmp3lame"),
            List.of("h264-mp2.ts", "-c:v libx264 -c:a mp2"),
            List.of("mpeg2-ac3.ts", "-c:v mpeg2video -r 25 -c:a ac3"),
            List.of("mpeg1-mp2.mpg", "-c:v mpeg1video -r 25 -c:a mp2"),
            List.of("flv1-mp3.flv", "-c:v flv1 -c:a libmp3lame -ar 44100"),
            List.of("h264-aac.flv", "-c:v libx264 -c:a aac"),
            List.of("theora-vorbis.ogg", "-c:v libtheora -c:a libvorbis"),
            List.of("wmv2-wma.asf", "-c:v wmv2 -c:a wmav2"),
            List.of("mpeg2.mxf", "-c:v mpeg2video -r 25 -c:a pcm_s16le"),
            List.of("mpeg4-mp2.nut", "-c:v mpeg4 -c:a mp2"),
            List.of("gif.gif", "-an -pix_fmt rgb8"));

    /** Of the real clips, this long a beginning. */
    private static final String BEGINNING_SECONDS = "0.6";

    private static final List<String> REAL = List.of(
            "desks-h263-vfr.3gp",
            "elf-vp8-vorbis.webm",
            "film-960x400-mpeg4-mp3.avi",
            "fragmented-wrong-duration-h264.mp4",
            "phone-352x288-rot90-h264.mp4",
            "timestamps-360p-vfr-h264-17s.mp4",
            "with-subtitles-h264-ac3.mkv");

    private Seeds() {}

    static List<Path> make(Path folder) throws IOException, InterruptedException {
        List<Path> seeds = new ArrayList<>();
        for (List<String> recipe : MADE) {
            Path file = folder.resolve(recipe.getFirst());
            ffmpeg(
                    Stream.of("-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", SOUND, "-shortest"),
                    Stream.of(recipe.getLast().split(" ")),
                    file);
            seeds.add(file);
        }
        seeds.add(withSubtitles(folder));
        for (String name : REAL) {
            Path file = folder.resolve("real-" + name);
            ffmpeg(
                    Stream.of("-i", Clips.require(name).toString(), "-t", BEGINNING_SECONDS),
                    Stream.of("-map", "0:v", "-map", "0:a?", "-c", "copy"),
                    file);
            seeds.add(file);
        }
        return seeds;
    }

    /**
     * Has a film with sound and subtitles prepared into a folder.
     *
     * @return its artifacts
     */
    static List<Path> publication(Path parent, Path folder) throws IOException, InterruptedException {
        Path clip = parent.resolve("publication.mkv");
        String text = subtitles(parent).toString();
        ffmpeg(
                Stream.of(
                        "-f", "lavfi", "-i", "testsrc2=s=128x96:r=12:d=2", "-f", "lavfi", "-i", "sine=d=2", "-i", text),
                Stream.of("-c:v", "libx264", "-c:s", "srt", "-metadata:s:s:0", "language=eng"),
                clip);
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST);
        return new Preparer(() -> Instant.EPOCH, 1)
                        .prepare(
                                new PrepareRequest(clip, folder, wishes, PrepareRequest.Beginning.AFRESH),
                                ProgressListener.silent(),
                                new Cancellation())
                        .manifest()
                        .artifacts()
                        .stream()
                        .map(artifact -> folder.resolve(artifact.path()))
                        .toList();
    }

    private static Path subtitles(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("text.srt"), "1\n00:00:00,100 --> 00:00:00,700\n<i>First</i> {\\an8}line\n");
    }

    private static Path withSubtitles(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("subtitles.mkv");
        ffmpeg(
                Stream.of("-f", "lavfi", "-i", PICTURE, "-i", subtitles(folder).toString()),
                Stream.of("-c:v", "libx264", "-c:s", "ass"),
                file);
        return file;
    }

    private static void ffmpeg(Stream<String> input, Stream<String> output, Path file)
            throws IOException, InterruptedException {
        FfmpegTool.ffmpeg(Stream.of(input, output, Stream.of("-bitexact", "-strict", "-2", "-y", file.toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
