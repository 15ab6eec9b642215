package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.RestartWindow;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A quick decoder with a sure one behind it. The latest packets are kept, from a key frame on: when the quick one fails,
 * the other decodes them again, leaves out what was given already and goes on, so that nobody behind it notices. What is
 * undamaged is exact, because the codecs' standards leave a decoder no choice of values. What is put in for damage is
 * not theirs: it depends on what the decoder met before, and is the same in every run because each begins again at the
 * same key frame. Not thread-safe.
 */
final class RescuedDecoder implements PictureDecoder {
    /** More than devices delay their pictures by. */
    private static final int DEVICE_DELAY = 16;

    /** As many pictures in a row as any standard lets lean on a later one, where they are not too large to be held. */
    private static final int MOST_HELD = 16;

    private static final long MOST_HELD_PIXELS = 32L << 20;

    private final Supplier<? extends PictureDecoder> quickOnes;
    private final Supplier<? extends PictureDecoder> sureOnes;
    private final Consumer<FfmpegException> lost;
    private final Weakness weakness;
    private final @Nullable FreshStarts freshStarts;
    private final GivenPictures given = new GivenPictures();
    private final RestartWindow window;
    private final Deque<Packet> kept = new ArrayDeque<>();
    /** Given by the quick decoder, but not yet known to be whole. */
    private final Deque<Frame> held = new ArrayDeque<>();

    private PictureDecoder decoder;
    private boolean quick = true;
    private boolean outgrown;
    /** How many of the oldest packets that are kept a sure decoder has decoded, and told their damage. */
    private int counted;

    private long damagedBefore;
    private long oversizedBefore;
    private Runnable replayTick = () -> {};

    private RescuedDecoder(
            Supplier<? extends PictureDecoder> quickOnes,
            Supplier<? extends PictureDecoder> sureOnes,
            Consumer<FfmpegException> lost,
            Weakness weakness,
            Room room,
            @Nullable FreshStarts freshStarts) {
        this.quickOnes = quickOnes;
        this.sureOnes = sureOnes;
        this.lost = lost;
        this.weakness = weakness;
        this.freshStarts = freshStarts;
        this.window = room.window();
        this.decoder = quickOnes.get();
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

    /**
     * How much is kept.
     *
     * @param threads that delay pictures
     * @param bytes beyond which the sure decoder takes over, because a failure could not be made good later
     */
    record Room(int threads, long bytes) {
        static Room of(int threads) {
            return new Room(threads, RestartWindow.MOST_BYTES);
        }

        private RestartWindow window() {
            return new RestartWindow(threads, bytes);
        }
    }

    /** @param lost hears of the device's end, once */
    static RescuedDecoder ofDevice(
            PictureDecoder device, Supplier<? extends PictureDecoder> software, Consumer<FfmpegException> lost) {
        return new RescuedDecoder(() -> device, software, lost, Weakness.DEVICE, Room.of(DEVICE_DELAY), null);
    }

    /**
     * @param threads opens one that tells damage
     * @param single opens one that decodes in one thread
     * @param freshStarts where threads may take over again
     */
    static RescuedDecoder ofThreads(
            Supplier<? extends PictureDecoder> threads,
            Supplier<? extends PictureDecoder> single,
            Room room,
            FreshStarts freshStarts) {
        return new RescuedDecoder(threads, single, damage -> {}, Weakness.THREADS, room, freshStarts);
    }

    @Override
    public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
        boolean mayStartAfresh = packet != null && freshStarts != null && freshStarts.isBefore(packet);
        if (!quick && mayStartAfresh && !outgrown && !given.isCatchingUp()) {
            startAfresh(frames);
        }
        if (packet != null && (quick || freshStarts != null)) {
            keep(packet);
        }
        if (quick) {
            tryQuickly(packet, frames);
        } else {
            decodeSurely(packet, frames);
        }
        if (outgrown) {
            forget(kept.size());
        }
    }

    private void tryQuickly(@Nullable Packet packet, Consumer<Frame> frames) {
        FfmpegException failure = decodeQuickly(packet, frames);
        if (failure != null) {
            rescue(failure, packet, frames);
        } else if (outgrown) {
            rescue(
                    new FfmpegException("key frames are so far apart that a failure could not be made good later"),
                    packet,
                    frames);
        }
    }

    /** What a new failure needs reaches back before a fresh start: damage to its key frame is covered with what was. */
    private void keep(Packet packet) {
        if (!outgrown) {
            kept.add(packet.share());
            forget(window.add(packet));
            outgrown = window.isOver();
        }
    }

    /** All threads take over again. */
    private void startAfresh(Consumer<Frame> frames) {
        decodeSurely(null, frames);
        damagedBefore = damaged();
        oversizedBefore = oversized();
        counted = kept.size();
        PictureDecoder before = decoder;
        decoder = quickOnes.get();
        before.close();
        quick = true;
    }

    private void decodeSurely(@Nullable Packet packet, Consumer<Frame> frames) {
        long before = decoder.damaged();
        decoder.decode(packet, picture -> {
            if (picture.isDamaged()) {
                tellDamage();
            }
            if (given.isNew(picture)) {
                given.note(picture);
                frames.accept(picture);
            }
        });
        if (decoder.damaged() > before) {
            tellDamage();
        }
    }

    private void tellDamage() {
        if (freshStarts != null) {
            freshStarts.damaged();
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
                given.note(picture);
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
        tellDamage();
        given.again();
        dropHeld();
        PictureDecoder before = decoder;
        decoder = sureOnes.get();
        decoder.onReplay(replayTick);
        before.close();
        if (weakness == Weakness.DEVICE) {
            counted = packet == null ? kept.size() : kept.size() - 1;
        }
        int place = 0;
        for (Packet next : kept) {
            decodeSurely(next, frames);
            place++;
            if (place == counted) {
                forgive();
            }
            replayTick.run();
        }
        if (packet == null) {
            decodeSurely(null, frames);
        }
        if (weakness == Weakness.DEVICE) {
            forget(kept.size());
        }
    }

    /**
     * What a device lost before was counted when it was lost, or belongs to pictures that were given. Threads tell late,
     * and nothing of theirs was counted, but what one thread told before they took over was.
     */
    private void forgive() {
        damagedBefore -= decoder.damaged();
        oversizedBefore -= decoder.oversized();
    }

    private void dropHeld() {
        held.forEach(Frame::close);
        held.clear();
    }

    private void forget(int packets) {
        for (int i = 0; i < packets; i++) {
            kept.remove().close();
        }
        counted = Math.max(0, counted - packets);
    }

    @Override
    public void onReplay(Runnable tick) {
        replayTick = tick;
        decoder.onReplay(tick);
    }

    @Override
    public long damaged() {
        return damagedBefore + decoder.damaged();
    }

    @Override
    public long oversized() {
        return oversizedBefore + decoder.oversized();
    }

    @Override
    public void close() {
        dropHeld();
        forget(kept.size());
        decoder.close();
    }
}
