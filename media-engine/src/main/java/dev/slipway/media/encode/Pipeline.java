package dev.slipway.media.encode;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.encode.crew.Crew;
import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.lane.Lanes;
import dev.slipway.media.encode.lane.LostLanes;
import dev.slipway.media.encode.lane.ProgressMeter;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.encode.source.FramePacer;
import dev.slipway.media.encode.source.PartReader;
import dev.slipway.media.encode.source.PictureLosses;
import dev.slipway.media.encode.source.SourceReader;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.scheduling.LongTurns;
import dev.slipway.media.sound.SoundTreatment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Encodes what a plan asks for: every lane's chunks into the store, every sound file into the folder. Used once, by one
 * thread.
 */
public final class Pipeline {
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** From here on it pays to read the source twice, once for its pictures and once for its sound. */
    private static final long LATE_MICROS = TimeUnit.SECONDS.toMicros(10);

    private final Path source;
    private final SourceScan scan;
    private final Plan plan;
    private final Timeline timeline;
    private final ChunkStore store;
    private final PictureDecoder.Factory decoders;
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private final ProgressMeter meter;
    private final PictureTreatment treatment;
    private final Damage damage;
    private PictureLosses losses;
    private long lastReport = System.nanoTime();

    public Pipeline(
            Path source,
            SourceScan scan,
            Plan plan,
            ChunkStore store,
            PictureDecoder.Factory decoders,
            PictureTreatment treatment,
            Damage damage,
            ProgressListener listener,
            Cancellation cancellation) {
        this.source = source;
        this.scan = scan;
        this.plan = plan;
        this.timeline = plan.timeline();
        this.store = store;
        this.decoders = decoders;
        this.treatment = treatment;
        this.listener = listener;
        this.cancellation = cancellation;
        this.meter = new ProgressMeter(timeline);
        this.damage = damage;
        this.losses = newLosses();
    }

    /**
     * @param treatments of the mixed sound, in their order
     * @param soundFolder where sound files are written, each under its own name
     * @return what went into each sound file
     */
    public Map<AudioOutput, TrackStatistics> run(List<Lane> lanes, List<SoundTreatment> treatments, Path soundFolder)
            throws IOException {
        LostLanes lost = new LostLanes();
        SoundWork sounds = new SoundWork(plan, treatments, meter);
        new Lanes(timeline, store).tellKept(lanes, meter);
        pass(lanes, crew -> sounds.start(crew, soundFolder), lost);
        List<Lane> again = lanes;
        while (!lost.isEmpty()) {
            again = replaced(again, lost);
            lost = new LostLanes();
            pass(again, crew -> List.of(), lost);
        }
        return sounds.finished();
    }

    /** How much of these lanes an earlier run finished, from 0 to 1. */
    public double finishedShare(List<Lane> lanes) {
        return new Lanes(timeline, store).tellKept(lanes, new ProgressMeter(timeline));
    }

    /** All lanes go again, so that the cascade is the same; those that are finished only let the pictures through. */
    private List<Lane> replaced(List<Lane> lanes, LostLanes lost) throws IOException {
        for (Lane lane : lanes) {
            if (lost.contains(lane)) {
                meter.lost(lane);
                for (int chunk = 0; chunk < timeline.chunks(); chunk++) {
                    store.drop(lane.chunks().apply(chunk));
                }
            }
        }
        return lost.replacedIn(lanes);
    }

    /** Counted anew whenever the source is read. */
    private PictureLosses newLosses() {
        return new PictureLosses(source, scan.traits().promised(), damage);
    }

    /** Reads the source once. */
    private void pass(List<Lane> lanes, Function<Crew, List<FrameQueue>> sounds, LostLanes lost) throws IOException {
        Optional<Lanes.Missing> missing = new Lanes(timeline, store).missing(lanes, meter);
        losses = newLosses();
        listener.progress(meter.now());
        try (LongTurns turns = LongTurns.toEncode(Duration.of(timeline.durationMicros(), ChronoUnit.MICROS));
                Crew crew = new Crew()) {
            List<FrameQueue> soundQueues = sounds.apply(crew);
            try {
                feed(crew, lanes, lost, missing, soundQueues);
            } catch (CancellationException e) {
                cancellation.throwIfCancelled();
                crew.explain(e);
            }
            crew.join();
        }
        listener.progress(meter.now());
    }

    private void feed(
            Crew crew,
            List<Lane> lanes,
            LostLanes lost,
            Optional<Lanes.Missing> missing,
            List<FrameQueue> soundQueues) {
        FrameQueue root = new Cascade(plan, store, meter, lost, treatment).start(crew, lanes, scan.traits());
        Lanes.Missing pictures = missing.orElse(new Lanes.Missing(timeline.frames(), timeline.frames()));
        if (pictures.first() == 0 && pictures.end() == timeline.frames() && !beginsLate()) {
            readAll(root, soundQueues);
        } else if (pictures.first() < pictures.end()) {
            meter.soundComesFirst();
            readSound(soundQueues);
            meter.picturesBegin();
            readPictures(root, pictures);
        } else {
            readSound(soundQueues);
        }
        root.end();
        soundQueues.forEach(FrameQueue::end);
    }

    /** Then pictures are read from shortly before; sound, which costs little, from where its samples are sure. */
    private boolean beginsLate() {
        return plan.originMicros() - scan.originMicros() > LATE_MICROS;
    }

    private void readAll(FrameQueue root, List<FrameQueue> soundQueues) {
        OptionalInt sound = soundQueues.isEmpty() ? OptionalInt.empty() : scan.soundTrack();
        try (SourceReader reader = reader(OptionalInt.of(scan.pictureTrack()), sound);
                FramePacer pacer = new FramePacer(timeline, 0, into(root))) {
            reader.read(pacer, soundQueues, this::report, cancellation);
            tellLosses(pacer, timeline.frames());
            pacer.fill();
        }
    }

    private void readSound(List<FrameQueue> soundQueues) {
        if (!soundQueues.isEmpty()) {
            try (SourceReader reader = reader(OptionalInt.empty(), scan.soundTrack())) {
                reader.read(null, soundQueues, this::report, cancellation);
            }
        }
    }

    private void readPictures(FrameQueue root, Lanes.Missing missing) {
        Timeline part = new Timeline(timeline.rate(), missing.end());
        new PartReader(source, plan, scan, losses, decoders)
                .read(
                        part,
                        missing.first(),
                        into(root),
                        pacer -> tellLosses(pacer, missing.end()),
                        this::report,
                        cancellation);
    }

    /** A picture that stands for minutes is given out again and again after its one packet. */
    private Consumer<Frame> into(FrameQueue root) {
        return picture -> {
            root.put(picture);
            cancellation.throwIfCancelled();
            report();
        };
    }

    private SourceReader reader(OptionalInt picture, OptionalInt sound) {
        return new SourceReader(source, plan, scan, picture, sound, losses, decoders);
    }

    private void tellLosses(FramePacer pacer, long end) {
        long last = scan.originMicros() + scan.traits().lastMicros() - plan.originMicros();
        long missing = Math.max(0, Math.min(end, timeline.frameAt(last) + 1) - pacer.next());
        if (missing > timeline.frameAt(TimeUnit.SECONDS.toMicros(1))) {
            losses.add(missing);
        }
        losses.tell(listener);
    }

    private void report() {
        long now = System.nanoTime();
        if (now - lastReport >= REPORT_NANOS) {
            lastReport = now;
            listener.progress(meter.now());
        }
    }
}
