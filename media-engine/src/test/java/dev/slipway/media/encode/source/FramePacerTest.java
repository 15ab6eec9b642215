package dev.slipway.media.encode.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.testing.OpenFiles;
import dev.slipway.model.media.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FramePacerTest {
    private static final Timeline TEN_A_SECOND = new Timeline(new Rational(10, 1), 10);
    private final List<String> shown = new ArrayList<>();

    @Test
    void eachPlaceShowsTheLastPictureThatIsDueByThen() {
        try (FramePacer pacer = pacer(0)) {
            accept(pacer, "a", 0);
            accept(pacer, "b", 96_000);
            accept(pacer, "c", 410_000);
            pacer.fill();
        }
        assertThat(shown).containsExactly("0a", "1b", "2b", "3b", "4c", "5c", "6c", "7c", "8c", "9c");
    }

    @Test
    void ofTwoPicturesForOnePlaceTheLaterIsShown() {
        try (FramePacer pacer = pacer(0)) {
            accept(pacer, "a", 0);
            accept(pacer, "b", 10_000);
            accept(pacer, "c", 20_000);
            accept(pacer, "d", 100_000);
            pacer.fill();
        }
        assertThat(shown.subList(0, 3)).containsExactly("0c", "1d", "2d");
    }

    @Test
    void theFirstPictureStandsForThePlacesBeforeItToo() {
        try (FramePacer pacer = pacer(0)) {
            accept(pacer, "a", 300_000);
            accept(pacer, "b", 500_000);
        }
        assertThat(shown).containsExactly("0a", "1a", "2a", "3a", "4a");
    }

    @Test
    void aPictureThatGoesBackInTimeIsPassedOver() {
        try (FramePacer pacer = pacer(0)) {
            accept(pacer, "a", 0);
            accept(pacer, "b", 300_000);
            accept(pacer, "c", 200_000);
            accept(pacer, "d", 400_000);
        }
        assertThat(shown).containsExactly("0a", "1a", "2a", "3b");
    }

    @Test
    void whatComesAfterTheEndIsNotShown() {
        try (FramePacer pacer = pacer(0)) {
            accept(pacer, "a", 0);
            assertThat(pacer.isFull()).isFalse();
            accept(pacer, "b", 5_000_000);
            assertThat(pacer.isFull()).isTrue();
            accept(pacer, "c", 6_000_000);
            pacer.fill();
        }
        assertThat(shown).hasSize(10).allMatch(place -> place.endsWith("a"));
    }

    @Test
    void whereReadingBeginsChangesNothing() {
        List<String> whole = paced(0, 0);
        for (int first = 0; first < 10; first++) {
            shown.clear();
            assertThat(paced(first, Math.max(0, first - 3))).containsExactlyElementsOf(whole.subList(first, 10));
        }
    }

    @Test
    void thePlaceAfterTheLastPictureIsTheNextThatIsMissing() {
        try (FramePacer pacer = pacer(2)) {
            assertThat(pacer.next()).isEqualTo(2);
            accept(pacer, "a", 0);
            assertThat(pacer.next()).isEqualTo(2);
            accept(pacer, "b", 500_000);
            assertThat(pacer.next()).isEqualTo(6);
            accept(pacer, "c", 90_000_000);
            assertThat(pacer.next()).isEqualTo(10);
        }
        assertThat(shown).startsWith("2a").contains("9b");
    }

    @Test
    void withoutAPictureNothingIsShown() {
        try (FramePacer pacer = pacer(0)) {
            pacer.fill();
            assertThat(pacer.isFull()).isFalse();
        }
        assertThat(shown).isEmpty();
    }

    /** Each is 3 MB: were they kept, hundreds of megabytes would be. */
    @Test
    void picturesThatWereShownAreGivenBack() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "real memory is told by Linux only");
        long before = OpenFiles.residentBytes();
        for (int film = 0; film < 20; film++) {
            try (FramePacer pacer = new FramePacer(TEN_A_SECOND, 0, Frame::close)) {
                for (int place = 0; place < 10; place++) {
                    try (Frame picture = Frame.blankPicture(1920, 1080)) {
                        picture.fillPlane(0, place);
                        pacer.accept(picture, place * 100_000L);
                    }
                }
            }
        }
        assertThat(OpenFiles.residentBytes() - before).isLessThan(40L << 20);
    }

    /** A film of random steps, read from some picture on as after a seek. */
    private List<String> paced(int firstPlace, int firstPicture) {
        SplittableRandom random = new SplittableRandom(7);
        long[] micros = random.longs(12, 0, 1_000_000).sorted().toArray();
        long from = firstPicture * 100_000L;
        int start = firstPicture == 0
                ? 0
                : Math.max(
                        0,
                        (int) Arrays.stream(micros).filter(time -> time < from).count() - 1);
        try (FramePacer pacer = pacer(firstPlace)) {
            for (int picture = start; picture < micros.length; picture++) {
                accept(pacer, String.valueOf((char) ('a' + picture)), micros[picture]);
            }
            pacer.fill();
        }
        return List.copyOf(shown);
    }

    private FramePacer pacer(long firstPlace) {
        return new FramePacer(TEN_A_SECOND, firstPlace, this::show);
    }

    /** The letter is in the picture's luma, so that what is shown is what was given. */
    private static void accept(FramePacer pacer, String letter, long micros) {
        try (Frame picture = Frame.blankPicture(16, 16)) {
            picture.fillPlane(0, letter.charAt(0));
            pacer.accept(picture, micros);
        }
    }

    private void show(Frame frame) {
        try (frame) {
            shown.add(frame.pts() + String.valueOf((char) frame.plane(0)[0]));
        }
    }
}
