package dev.slipway.media.subtitle;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Writes every planned subtitle file in one reading of the source's text tracks. */
public final class SubtitleFiles {
    private static final int MAX_CUES = 50_000;

    /** Of a finished file: half of what {@code check} takes. */
    private static final long MAX_BYTES = 4 << 20;

    /** More than any sentence takes; what is behind it is not looked at. */
    private static final int MAX_PACKET_BYTES = 1 << 16;

    /** Longer than the two times and the line ends around a cue. */
    private static final int FRAME_BYTES = 40;

    private static final long DEFAULT_MICROS = 3_000_000;

    private final Plan plan;
    private final Map<Integer, Cues> cues = new HashMap<>();

    private record Cue(long startMicros, long endMicros, String text) {}

    private SubtitleFiles(Plan plan) {
        this.plan = plan;
    }

    /** One track's, in their order and each once. */
    private static final class Cues {
        private final Set<Cue> known = new TreeSet<>(Comparator.comparingLong(Cue::startMicros)
                .thenComparingLong(Cue::endMicros)
                .thenComparing(Cue::text));
        private long bytes;
        private boolean full;

        void add(Cue cue) {
            long size = FRAME_BYTES + cue.text().getBytes(StandardCharsets.UTF_8).length;
            full |= known.size() == MAX_CUES || bytes + size > MAX_BYTES;
            if (!full && known.add(cue)) {
                bytes += size;
            }
        }
    }

    /**
     * @param share hears how much of the source is read, from 0 to 1
     * @return the files that end before their track does, because nobody could read so much
     */
    public static List<SubtitleOutput> write(
            Path source, Plan plan, Path folder, DoubleConsumer share, Cancellation cancellation) throws IOException {
        if (plan.subtitles().isEmpty()) {
            return List.of();
        }
        SubtitleFiles files = new SubtitleFiles(plan);
        files.read(source, share, cancellation);
        for (SubtitleOutput output : plan.subtitles()) {
            Files.writeString(folder.resolve(output.path()), files.document(output));
        }
        return plan.subtitles().stream()
                .filter(output -> files.of(output.track()).full)
                .toList();
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
        if (!text.isEmpty() && end > Math.max(0, start)) {
            of(track.index()).add(new Cue(Math.max(0, start), end, text));
        }
    }

    private Cues of(int track) {
        return cues.computeIfAbsent(track, index -> new Cues());
    }

    private static ByteBuffer beginning(ByteBuffer payload) {
        return payload.slice(payload.position(), Math.min(payload.remaining(), MAX_PACKET_BYTES));
    }

    private String document(SubtitleOutput output) {
        StringBuilder document = new StringBuilder("WEBVTT\n");
        for (Cue cue : of(output.track()).known) {
            document.append("\n%s --> %s\n%s\n"
                    .formatted(timestamp(cue.startMicros()), timestamp(cue.endMicros()), cue.text()));
        }
        return document.toString();
    }

    private static String timestamp(long micros) {
        long millis = micros / 1000;
        return "%02d:%02d:%02d.%03d"
                .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }
}
