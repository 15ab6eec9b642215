package dev.slipway.media.subtitle;

import dev.slipway.media.check.WebVttText;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.SubtitleOutput;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.run.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Writes every planned subtitle file in one reading of the source's text tracks. */
public final class SubtitleFiles {
    /** More than any sentence takes; what is behind it is not looked at. */
    private static final int MAX_PACKET_BYTES = 1 << 16;

    private static final long DEFAULT_MICROS = 3_000_000;

    private final Plan plan;
    private final Map<Integer, CueSheet> sheets = new HashMap<>();

    private SubtitleFiles(Plan plan) {
        this.plan = plan;
    }

    /**
     * @param share hears how much of the source is read, from 0 to 1
     * @return what became of each planned file, in the plan's order
     */
    public static List<SubtitleResult> write(
            Path source, Plan plan, Path folder, DoubleConsumer share, Cancellation cancellation) {
        if (plan.subtitles().isEmpty()) {
            return List.of();
        }
        SubtitleFiles files = new SubtitleFiles(plan);
        files.read(source, share, cancellation);
        return plan.subtitles().stream()
                .map(output -> files.write(output, folder.resolve(output.path())))
                .toList();
    }

    /** The server's own reading follows at once: what it would refuse is found before anybody pays. */
    private SubtitleResult write(SubtitleOutput output, Path file) {
        try {
            Files.writeString(file, sheet(output.track()).document());
            Optional<String> fault = WebVttText.fault(file);
            if (fault.isPresent()) {
                return new SubtitleResult.Lost(output, fault.get());
            }
        } catch (IOException e) {
            return new SubtitleResult.Lost(output, "it could not be written: " + e);
        }
        return sheet(output.track()).isFull() ? new SubtitleResult.Cut(output) : new SubtitleResult.Whole(output);
    }

    private void read(Path source, DoubleConsumer share, Cancellation cancellation) {
        try (Demuxer demuxer = Demuxer.open(source, SourceFormats.ALLOWED);
                Packet packet = new Packet()) {
            List<Track> tracks = demuxer.tracks();
            demuxer.keepOnly(
                    plan.subtitles().stream().map(SubtitleOutput::track).collect(Collectors.toSet()));
            double film = plan.timeline().durationMicros();
            double reached = 0;
            while (demuxer.read(packet)) {
                cancellation.throwIfCancelled();
                Track track = tracks.get(packet.track());
                if (packet.pts() != Timebase.NONE) {
                    reached = Math.max(reached, track.timebase().toMicros(packet.pts()) - plan.originMicros());
                }
                share.accept(reached / film);
                add(track, packet);
            }
        }
    }

    private void add(Track track, Packet packet) {
        if (packet.pts() == Timebase.NONE) {
            return;
        }
        long start = track.timebase().toMicros(packet.pts()) - plan.originMicros();
        long length = packet.duration() > 0 ? track.timebase().toMicros(packet.duration()) : DEFAULT_MICROS;
        long end = Math.min(start + length, plan.timeline().durationMicros());
        String text = CueText.of(track.codecName(), beginning(packet.payload()));
        if (!text.isEmpty()) {
            sheet(track.index()).add(start, end, text);
        }
    }

    private CueSheet sheet(int track) {
        return sheets.computeIfAbsent(track, index -> new CueSheet());
    }

    private static ByteBuffer beginning(ByteBuffer payload) {
        return payload.slice(payload.position(), Math.min(payload.remaining(), MAX_PACKET_BYTES));
    }
}
