package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A quick decoder with a sure one behind it. The packets of the last groups of pictures are kept: when the quick one
 * fails, the other decodes them again, leaves out what was given already and goes on, so that nobody behind it notices.
 * That is exact because the codecs' standards leave a decoder no choice of values. Not thread-safe.
 */
final class RescuedDecoder implements PictureDecoder {
    /** More than any decoder holds back: what is kept begins at least that far before the last packet. */
    private static final int LEAST_PACKETS = 64;

    /** Where key frames lie further apart than this, or their pictures are larger, too much would have to be kept. */
    private static final int MOST_PACKETS = 1_500;

    private static final long MOST_BYTES = 96L << 20;

    /** As many pictures in a row as any standard lets lean on a later one, where they are not too large to be held. */
    private static final int MOST_HELD = 16;

    private static final long MOST_HELD_PIXELS = 32L << 20;

    private final Supplier<? extends PictureDecoder> sure;
    private final Consumer<FfmpegException> lost;
    private final Weakness weakness;
    private final Deque<Packet> kept = new ArrayDeque<>();
    /** Given by the quick decoder, but not yet known to be whole. */
    private final Deque<Frame> held = new ArrayDeque<>();

    private PictureDecoder decoder;
    private boolean quick = true;
    /** Each picture stands for itself: damage spreads to no other, and no thread covers it with another's. */
    private boolean onlyKeys = true;

    private boolean catchingUp;
    private long keptBytes;
    private long forgiven;
    private long forgivenOversized;
    private long lastGiven = Timebase.NONE;
    /** How many without a time were given after it. */
    private long untimedGiven;

    private boolean atLastGiven;

    private RescuedDecoder(
            PictureDecoder quick,
            Supplier<? extends PictureDecoder> sure,
            Consumer<FfmpegException> lost,
            Weakness weakness) {
        this.decoder = quick;
        this.sure = sure;
        this.lost = lost;
        this.weakness = weakness;
    }

    /** What the quick decoder is not to be trusted with. */
    private enum Weakness {
        /** It fails, and cannot tell whether it or the packet is to blame. */
        DEVICE,
        /**
         * Several threads cover up damaged pictures with what the others have finished by then, so that each run gives
         * other pictures; without damage they give the same.
         */
        THREADS
    }

    /** @param lost hears of the device's end, once */
    static RescuedDecoder ofDevice(
            PictureDecoder device, Supplier<? extends PictureDecoder> software, Consumer<FfmpegException> lost) {
        return new RescuedDecoder(device, software, lost, Weakness.DEVICE);
    }

    /** @param single decodes in one thread */
    static RescuedDecoder ofThreads(PictureDecoder threads, Supplier<? extends PictureDecoder> single) {
        return new RescuedDecoder(threads, single, damage -> {}, Weakness.THREADS);
    }

    @Override
    public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
        if (!quick) {
            decoder.decode(packet, picture -> giveNew(picture, frames));
            return;
        }
        if (packet != null) {
            keep(packet);
        }
        FfmpegException failure = decodeQuickly(packet, frames);
        if (failure != null) {
            rescue(failure, packet, frames);
        } else if (kept.size() > MOST_PACKETS || keptBytes > MOST_BYTES) {
            outgrow(packet, frames);
        }
    }

    /**
     * A failure could not be made good later, so it must not come: the sure decoder goes on from the last key frame. Only
     * where every picture is a key frame there is nothing to make good.
     */
    private void outgrow(@Nullable Packet packet, Consumer<Frame> frames) {
        if (weakness == Weakness.DEVICE || !onlyKeys) {
            rescue(
                    new FfmpegException("key frames are so far apart that a failure could not be made good later"),
                    packet,
                    frames);
        } else {
            give(held.size(), frames);
            quick = false;
            forget(kept.size());
        }
    }

    /** Pictures are handed on outside the attempt, because what is done with them may fail on its own. */
    private @Nullable FfmpegException decodeQuickly(@Nullable Packet packet, Consumer<Frame> frames) {
        List<Frame> ready = new ArrayList<>();
        FfmpegException failure = null;
        try {
            decoder.decode(packet, picture -> ready.add(picture.share()));
            if (weakness == Weakness.THREADS && isDamaged(ready)) {
                ready.forEach(Frame::close);
                return new FfmpegException("a picture is damaged");
            }
        } catch (FfmpegException e) {
            failure = e;
        }
        held.addAll(ready);
        give(weakness == Weakness.DEVICE || packet == null ? held.size() : whole(), frames);
        return failure;
    }

    /**
     * How many of those that are held cannot turn out to be spoilt: a picture that leans on a damaged later one is given
     * before that one.
     */
    private int whole() {
        int whole = 0;
        int place = 0;
        long pixels = 0;
        for (Frame picture : held) {
            place++;
            pixels = (long) picture.width() * picture.height();
            if (!picture.leansAhead()) {
                whole = place;
            }
        }
        long most = Math.clamp(MOST_HELD_PIXELS / Math.max(1, pixels), 2, MOST_HELD);
        return Math.max(whole, Math.toIntExact(Math.max(0, held.size() - most)));
    }

    private void give(int pictures, Consumer<Frame> frames) {
        for (int i = 0; i < pictures; i++) {
            try (Frame picture = held.remove()) {
                note(picture);
                frames.accept(picture);
            }
        }
    }

    private boolean isDamaged(List<Frame> pictures) {
        return decoder.damaged() > 0 || pictures.stream().anyMatch(Frame::isDamaged);
    }

    private void rescue(FfmpegException reason, @Nullable Packet packet, Consumer<Frame> frames) {
        lost.accept(reason);
        quick = false;
        catchingUp = lastGiven != Timebase.NONE || untimedGiven > 0;
        atLastGiven = lastGiven == Timebase.NONE;
        dropHeld();
        PictureDecoder before = decoder;
        decoder = sure.get();
        before.close();
        for (Iterator<Packet> packets = kept.iterator(); packets.hasNext(); ) {
            Packet next = packets.next();
            if (packet != null && !packets.hasNext()) {
                forgive();
            }
            decoder.decode(next, picture -> giveNew(picture, frames));
        }
        if (packet == null) {
            forgive();
            decoder.decode(null, picture -> giveNew(picture, frames));
        }
        forget(kept.size());
    }

    /**
     * What a device lost before was counted when it was lost, or belongs to pictures that were given. Threads tell late,
     * and nothing of theirs was counted.
     */
    private void forgive() {
        if (weakness == Weakness.DEVICE) {
            forgiven = decoder.damaged();
            forgivenOversized = decoder.oversized();
        }
    }

    /** Some containers leave out the times of pictures whose place follows from the others. */
    private void note(Frame picture) {
        if (picture.bestTime() == Timebase.NONE) {
            untimedGiven++;
        } else {
            lastGiven = picture.bestTime();
            untimedGiven = 0;
        }
    }

    private void giveNew(Frame picture, Consumer<Frame> frames) {
        catchingUp = catchingUp && wasGiven(picture);
        if (!catchingUp) {
            frames.accept(picture);
        }
    }

    /** Asked of all pictures in turn: those until the last that had a time, and so many more that had none. */
    private boolean wasGiven(Frame picture) {
        long time = picture.bestTime();
        if (time != Timebase.NONE) {
            atLastGiven = atLastGiven || time == lastGiven;
            return time <= lastGiven;
        }
        if (atLastGiven) {
            untimedGiven--;
        }
        return untimedGiven >= 0;
    }

    private void dropHeld() {
        held.forEach(Frame::close);
        held.clear();
    }

    private void keep(Packet packet) {
        onlyKeys = onlyKeys && packet.isKey();
        kept.add(packet.share());
        keptBytes += packet.size();
        if (packet.isKey()) {
            int dispensable = dispensable();
            while (dispensable > 0) {
                forget(dispensable);
                dispensable = dispensable();
            }
        }
    }

    /** How many packets lie before the second key frame, if enough do after it. */
    private int dispensable() {
        int place = 0;
        for (Packet packet : kept) {
            if (place > 0 && packet.isKey()) {
                return kept.size() - place >= LEAST_PACKETS ? place : 0;
            }
            place++;
        }
        return 0;
    }

    private void forget(int packets) {
        for (int i = 0; i < packets; i++) {
            try (Packet oldest = kept.remove()) {
                keptBytes -= oldest.size();
            }
        }
    }

    @Override
    public long damaged() {
        return decoder.damaged() - forgiven;
    }

    @Override
    public long oversized() {
        return decoder.oversized() - forgivenOversized;
    }

    @Override
    public void close() {
        dropHeld();
        forget(kept.size());
        decoder.close();
    }
}
