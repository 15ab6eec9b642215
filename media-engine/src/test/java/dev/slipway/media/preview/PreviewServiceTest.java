package dev.slipway.media.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.preview.picture.PictureRing;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.NumberedFilm;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player's worker within this process, without a sound output. */
class PreviewServiceTest {
    private static final int RATE = 25;
    private static final int PICTURES = 60;
    private static final long STEP = 1_000_000 / RATE;

    @TempDir
    Path folder = Path.of("");

    private final Heard heard = new Heard();
    private final List<PreviewService> opened = new ArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private Path film = Path.of("");

    @BeforeEach
    void makeAFilm() throws Exception {
        film = folder.resolve("film.mp4");
        NumberedFilm.make(film, RATE, PICTURES, "-c:v", "libx264", "-crf", "5", "-g", "250", "-bf", "2");
    }

    @AfterEach
    void closeAll() {
        opened.forEach(PreviewService::close);
        assertThat(faults).isEmpty();
    }

    @Test
    void aMomentThatIsAskedForIsInTheRing() throws Exception {
        PreviewService player = open(film);
        player.tell(new PreviewCommand.Show(1, 40 * STEP + 5, PreviewCommand.Nearness.EXACT));
        PreviewEvent.Shown shown = heard.await(PreviewEvent.Shown.class, exact(1));
        assertThat(shown.micros()).isEqualTo(40 * STEP);
        assertThat(numberIn(shown)).isEqualTo(40);

        player.tell(new PreviewCommand.Step(2, shown.micros(), 1));
        PreviewEvent.Shown next = heard.await(PreviewEvent.Shown.class, exact(2));
        assertThat(numberIn(next)).isEqualTo(41);
        assertThat(numberIn(shown)).as("the slot that nobody released").isEqualTo(40);
    }

    @Test
    void aStepBeginsWhereTheScreenIsAndNotWhereTheWorkerHasComeTo() throws Exception {
        PreviewService player = open(film);
        heard.follow(player::tell);
        player.tell(new PreviewCommand.Show(1, 5 * STEP + 5, PreviewCommand.Nearness.EXACT));
        heard.await(PreviewEvent.Shown.class, exact(1));
        player.tell(new PreviewCommand.Show(2, 50 * STEP + 5, PreviewCommand.Nearness.EXACT));
        player.tell(new PreviewCommand.Step(3, 50 * STEP + 5, 1));
        assertThat(heard.await(PreviewEvent.Shown.class, exact(3)).micros())
                .as("from a moment that was asked for and overtaken")
                .isEqualTo(51 * STEP);

        player.tell(new PreviewCommand.Play(4, 0, Long.MAX_VALUE));
        heard.await(PreviewEvent.Shown.class, shown -> shown.generation() == 4 && shown.micros() >= 20 * STEP);
        player.tell(new PreviewCommand.Pause(5));
        player.tell(new PreviewCommand.Step(6, 10 * STEP, -2));
        assertThat(heard.await(PreviewEvent.Shown.class, exact(6)).micros())
                .as("from a picture before those that were told meanwhile")
                .isEqualTo(8 * STEP);
    }

    @Test
    void theLatestOfManyWishesIsShownThoughOthersAreLeftOut() throws Exception {
        PreviewService player = open(film);
        heard.await(PreviewEvent.Opened.class, opened -> true);
        for (int wish = 1; wish <= 50; wish++) {
            player.tell(new PreviewCommand.Show(wish, wish * STEP + 5, PreviewCommand.Nearness.EXACT));
            heard.releaseAll(player::tell);
        }
        assertThat(numberIn(heard.await(PreviewEvent.Shown.class, exact(50)))).isEqualTo(50);
    }

    /** The first half is black. */
    @Test
    void goodPostersAreOfferedOnceTheFilmHasBeenLookedThrough() throws Exception {
        Path halves = folder.resolve("halves.mp4");
        FfmpegTool.ffmpeg(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=black:s=320x240:d=5:r=25,format=yuv420p",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:d=5:r=25,format=yuv420p",
                "-filter_complex",
                "concat=n=2",
                "-c:v",
                "libx264",
                "-g",
                "25",
                halves.toString());
        open(halves);
        heard.await(PreviewEvent.Proxied.class, proxied -> proxied.share() == 1);
        List<PreviewEvent.Posters> told = heard.all(PreviewEvent.Posters.class);
        assertThat(told).hasSize(2);
        assertThat(told.getLast().best())
                .isNotEmpty()
                .allMatch(poster -> poster.micros() >= 5_000_000)
                .allMatch(poster -> poster.jpeg().length > 500);
    }

    @Test
    void playingShowsPicturesInTheirOrderAndTellsItsEnd() throws Exception {
        PreviewService player = open(film);
        heard.follow(player::tell);
        player.tell(new PreviewCommand.Play(1, 20 * STEP, 45 * STEP));
        PreviewEvent.Ended ended = heard.await(PreviewEvent.Ended.class, end -> end.generation() == 1);

        assertThat(ended.micros()).isEqualTo(45 * STEP);
        assertThat(ended.shown() + ended.dropped()).as("all of its pictures").isEqualTo(25);
        List<Long> moments = heard.all(PreviewEvent.Shown.class).stream()
                .map(PreviewEvent.Shown::micros)
                .toList();
        assertThat(moments).isSorted().doesNotHaveDuplicates().hasSize((int) ended.shown());
        assertThat(moments.getFirst()).isEqualTo(20 * STEP);
        assertThat(moments.getLast()).isLessThan(45 * STEP);
    }

    @Test
    void playingToTheEndOfTheFilmEndsThere() throws Exception {
        PreviewService player = open(film);
        heard.follow(player::tell);
        player.tell(new PreviewCommand.Play(1, 45 * STEP, Long.MAX_VALUE));
        PreviewEvent.Ended ended = heard.await(PreviewEvent.Ended.class, end -> true);
        assertThat(ended.micros()).isEqualTo(PICTURES * STEP);
    }

    /** Somebody who never gives a picture back sees the ring's pictures, and the rest goes on. */
    @Test
    void aScreenThatGivesNothingBackDoesNotHoldThePlayerUp() throws Exception {
        PreviewService player = open(film);
        player.tell(new PreviewCommand.Play(1, 0, Long.MAX_VALUE));
        heard.await(PreviewEvent.Ended.class, end -> end.generation() == 1);
        player.tell(new PreviewCommand.Show(2, 3 * STEP + 5, PreviewCommand.Nearness.EXACT));
        heard.releaseAll(player::tell);
        assertThat(numberIn(heard.await(PreviewEvent.Shown.class, exact(2)))).isEqualTo(3);
    }

    @Test
    void theProxyCoversTheFilmAndIsShownAtOnce() throws Exception {
        PreviewService player = open(film);
        player.tell(new PreviewCommand.Strip(5));
        heard.await(PreviewEvent.Proxied.class, covered -> covered.share() >= 1);
        player.tell(new PreviewCommand.Show(1, 50 * STEP + 5, PreviewCommand.Nearness.PROXY));
        PreviewEvent.Shown near = heard.await(
                PreviewEvent.Shown.class, shown -> shown.generation() == 1 && shown.kind() == PreviewEvent.Kind.PROXY);
        assertThat(near.micros()).isBetween(48 * STEP, 52 * STEP);
        assertThat(numberIn(near)).isEqualTo(near.micros() / STEP);

        List<PreviewEvent.Strip> strip = heard.all(PreviewEvent.Strip.class);
        assertThat(strip).extracting(PreviewEvent.Strip::index).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(strip).allSatisfy(small -> {
            assertThat(small.jpeg()).startsWith(0xff, 0xd8).endsWith(0xff, 0xd9);
            long middle = PICTURES * STEP * (2 * small.index() + 1) / 10;
            assertThat(Math.abs(small.micros() - middle)).isLessThanOrEqualTo(PICTURES * STEP / 10);
        });
    }

    @Test
    void aFileThatIsNoFilmIsRefusedInWords() throws Exception {
        Path words = Files.writeString(folder.resolve("words.mp4"), "these are words and no film");
        open(words);
        PreviewEvent.Failed failed = heard.await(PreviewEvent.Failed.class, refused -> true);
        assertThat(failed.code()).isEqualTo(ProblemCode.NOT_A_VIDEO);
        assertThat(failed.message()).contains("words.mp4");
    }

    /** A library that cannot be loaded is an Error, and no exception. */
    @Test
    void anErrorInAThreadIsToldAsAFault() throws Exception {
        Path sounding = folder.resolve("sounding.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x96:r=25:d=1",
                "-f",
                "lavfi",
                "-i",
                "sine=440:d=1",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                sounding.toString());
        CompletableFuture<Throwable> fault = new CompletableFuture<>();
        UnsatisfiedLinkError missing = new UnsatisfiedLinkError("libasound.so.2");
        opened.add(PreviewService.start(
                request(sounding),
                () -> {
                    throw missing;
                },
                heard,
                fault::complete));
        assertThat(fault.get(30, TimeUnit.SECONDS)).isSameAs(missing);
    }

    @Test
    void aFilmThatIsGoneIsNoFullDisk() throws Exception {
        open(folder.resolve("gone.mp4"));
        PreviewEvent.Failed failed = heard.await(PreviewEvent.Failed.class, refused -> true);
        assertThat(failed.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
        assertThat(failed.message()).contains("gone.mp4").doesNotContain("place");
    }

    @Test
    void noPlaceForThePicturesIsToldAsSuch() throws Exception {
        Path nowhere = folder.resolve("nowhere").resolve("pictures");
        PreviewRequest request = new PreviewRequest(film, nowhere, folder.resolve("scan.json"), 160, 160);
        opened.add(PreviewService.start(request, () -> null, heard, faults::add));
        assertThat(heard.await(PreviewEvent.Failed.class, refused -> true).code())
                .isEqualTo(ProblemCode.DISK_FULL);
    }

    @Test
    void whatWasLearnedOfAFilmIsKeptUntilItChanges() throws Exception {
        open(film);
        heard.await(PreviewEvent.Opened.class, opened -> true);
        Path kept = folder.resolve("scan.json");
        assertThat(kept).isNotEmptyFile();
        Files.write(kept, new byte[] {'{'});
        Heard second = new Heard();
        opened.add(PreviewService.start(request(film), () -> null, second, faults::add));
        assertThat(second.await(PreviewEvent.Opened.class, opened -> true).durationMicros())
                .as("with half a file left behind")
                .isEqualTo(PICTURES * STEP);
    }

    private PreviewService open(Path file) {
        PreviewService service = PreviewService.start(request(file), () -> null, heard, faults::add);
        opened.add(service);
        return service;
    }

    private PreviewRequest request(Path file) {
        return new PreviewRequest(file, folder.resolve("pictures"), folder.resolve("scan.json"), 160, 160);
    }

    private static Predicate<PreviewEvent.Shown> exact(long generation) {
        return shown -> shown.generation() == generation && shown.kind() == PreviewEvent.Kind.EXACT;
    }

    private long numberIn(PreviewEvent.Shown shown) throws IOException, InterruptedException {
        PreviewEvent.Opened opened = heard.await(PreviewEvent.Opened.class, any -> true);
        ByteBuffer slot = PictureRing.open(folder.resolve("pictures"), opened.size(), opened.slots())
                .slot(shown.slot());
        int pixel = 4
                * (opened.size().width() * opened.size().height() / 2
                        + opened.size().width() / 2);
        assertThat(slot.get(pixel + 3)).as("opaque").isEqualTo((byte) 255);
        return NumberedFilm.numberOfGrey(slot.get(pixel + 1) & 0xff);
    }

    /** Everything that the worker told. */
    private static final class Heard implements Consumer<Object> {
        private final List<PreviewEvent> events = new ArrayList<>();
        private Consumer<PreviewCommand> follower = command -> {};
        private int released;

        @Override
        public synchronized void accept(Object event) {
            events.add((PreviewEvent) event);
            if (event instanceof PreviewEvent.Shown shown) {
                follower.accept(new PreviewCommand.Release(shown.slot()));
            }
            notifyAll();
        }

        /** Gives every picture back as soon as it is shown. */
        synchronized void follow(Consumer<PreviewCommand> player) {
            follower = player;
        }

        synchronized void releaseAll(Consumer<PreviewCommand> player) {
            List<PreviewEvent.Shown> shown = all(PreviewEvent.Shown.class);
            for (; released < shown.size(); released++) {
                player.accept(new PreviewCommand.Release(shown.get(released).slot()));
            }
        }

        synchronized <T extends PreviewEvent> List<T> all(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        synchronized <T extends PreviewEvent> T await(Class<T> kind, Predicate<T> wanted) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (System.nanoTime() < end) {
                for (T event : all(kind)) {
                    if (wanted.test(event)) {
                        return event;
                    }
                }
                wait(1000);
            }
            throw new AssertionError("not told within 30 s; told was " + events);
        }
    }
}
