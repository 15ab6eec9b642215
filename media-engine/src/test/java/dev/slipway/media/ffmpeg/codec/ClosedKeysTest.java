package dev.slipway.media.ffmpeg.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedKeysTest {
    @TempDir
    Path folder = Path.of("");

    /** In boxes (MP4) and with start codes (TS). */
    @ParameterizedTest
    @CsvSource({
        "closed.mp4, 4, 4, -c:v libx264 -preset ultrafast -bf 2 -g 10",
        "closed.ts, 4, 4, -c:v libx264 -preset ultrafast -bf 2 -g 10",
        "open.mkv, 4, 1, -c:v libx264 -preset ultrafast -x264-params open-gop=1:keyint=10:bframes=2:scenecut=0",
        "open.ts, 4, 1, -c:v libx264 -preset ultrafast -x264-params open-gop=1:keyint=10:bframes=2:scenecut=0",
        "closed-hevc.mp4, 4, 4, -c:v libx265 -preset ultrafast -x265-params log-level=error:open-gop=0:keyint=10:scenecut=0",
        "open-hevc.mp4, 4, 1, -c:v libx265 -preset ultrafast -x265-params log-level=error:open-gop=1:keyint=10:bframes=2:scenecut=0",
        "web.webm, 4, 4, -c:v libvpx -deadline realtime -cpu-used 8 -g 10",
        "disc.ts, 4, 0, -c:v mpeg2video -g 10"
    })
    void onlyThoseThatResetTheDecoderAreClosed(String name, int keys, int closed, String options) throws Exception {
        Path film = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=128x96:r=10:d=4"));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-pix_fmt", "yuv420p", film.toString()));
        FfmpegTool.ffmpeg(command.toArray(String[]::new));

        int foundKeys = 0;
        int foundClosed = 0;
        try (Demuxer demuxer = Demuxer.open(film, SourceFormats.ALLOWED);
                Packet packet = new Packet()) {
            ClosedKeys judge = ClosedKeys.of(demuxer.tracks().getFirst());
            while (demuxer.read(packet)) {
                foundKeys += packet.isKey() ? 1 : 0;
                foundClosed += judge.isClosed(packet) ? 1 : 0;
            }
        }
        assertThat(foundKeys).isEqualTo(keys);
        assertThat(foundClosed).isEqualTo(closed);
    }
}
