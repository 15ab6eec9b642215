package dev.slipway.media.encode;

import dev.slipway.media.encode.crew.Crew;
import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.encode.lane.ProgressMeter;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.sound.MixedFrames;
import dev.slipway.media.sound.SoundFile;
import dev.slipway.media.sound.SoundMix;
import dev.slipway.media.sound.SoundTreatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The threads that make the sound files: one that mixes, then one a file. */
final class SoundWork {
    private static final int QUEUED_DECODED = 256;
    private static final int QUEUED_MIXED = 64;

    private final Plan plan;
    private final List<SoundTreatment> treatments;
    private final ProgressMeter meter;
    private final Map<AudioOutput, CompletableFuture<TrackStatistics>> statistics = new LinkedHashMap<>();

    /** @param meter is told at once how much sound lies ahead */
    SoundWork(Plan plan, List<SoundTreatment> treatments, ProgressMeter meter) {
        this.plan = plan;
        this.treatments = treatments;
        this.meter = meter;
        if (!plan.audios().isEmpty()) {
            meter.expectSound(SoundMix.samples(plan.timeline()));
        }
    }

    /** Starts all threads and returns where decoded sound goes: one queue, or none where no sound is published. */
    List<FrameQueue> start(Crew crew, Path folder) {
        if (plan.audios().isEmpty()) {
            return List.of();
        }
        List<FrameQueue> mixed = new ArrayList<>();
        for (AudioOutput audio : plan.audios()) {
            FrameQueue queue = crew.queue(QUEUED_MIXED);
            mixed.add(queue);
            CompletableFuture<TrackStatistics> finished = new CompletableFuture<>();
            statistics.put(audio, finished);
            Path file = folder.resolve(audio.path());
            crew.start(audio.path(), new SoundFile(queue::take, audio, plan.timeline(), file, finished)::run);
        }
        FrameQueue decoded = crew.queue(QUEUED_DECODED);
        crew.start("sound", () -> mix(decoded, mixed));
        return List.of(decoded);
    }

    private void mix(FrameQueue decoded, List<FrameQueue> mixed) {
        List<Consumer<Frame>> files =
                mixed.stream().<Consumer<Frame>>map(queue -> queue::put).toList();
        MixedFrames frames = new MixedFrames(files);
        new SoundMix(decoded::take, plan.timeline(), treatments, block -> {
                    frames.accept(block);
                    meter.soundDone(block.samples());
                })
                .run();
        mixed.forEach(FrameQueue::end);
    }

    /** What went into each file; only after all threads have ended well. */
    Map<AudioOutput, TrackStatistics> finished() {
        Map<AudioOutput, TrackStatistics> finished = new LinkedHashMap<>();
        statistics.forEach((audio, result) -> finished.put(audio, result.join()));
        return finished;
    }
}
