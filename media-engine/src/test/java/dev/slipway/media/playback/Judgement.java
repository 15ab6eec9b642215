package dev.slipway.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;

/** What a viewer may expect of every player. */
final class Judgement {
    private static final long LONGEST_STALL_MILLIS = 1000;
    /** A frame at 25 a second: what a browser may round or pad at an end. */
    private static final double FRAME = 0.04;

    private final Scene scene;
    private final Rehearsal rehearsal;

    Judgement(Scene scene, Rehearsal rehearsal) {
        this.scene = scene;
        this.rehearsal = rehearsal;
    }

    /** @param seconds length of the film */
    void playsLike(double seconds) {
        assertThat(rehearsal.failure()).as("what stopped %s", scene).isNull();
        assertThat(rehearsal.errors()).as("errors of %s", scene).isEmpty();
        assertThat(rehearsal.complaints()).isEmpty();
        assertThat(rehearsal.duration()).as("duration").isCloseTo(seconds, within(FRAME));
        assertThat(rehearsal.endedAt()).as("where it ended").isCloseTo(seconds, within(FRAME));
        assertThat(rehearsal.longestStillMillis()).as("longest stall in ms").isLessThan(LONGEST_STALL_MILLIS);
        assertThat(rehearsal.framesAfterJump()).as("frames after the jump back").isGreaterThan(5);
        ofOnePiece(Objects.requireNonNull(rehearsal.begun()).video());
        everyForcedRungIsShown();
        assertThat(Objects.requireNonNull(rehearsal.atEnd()).video())
                .singleElement()
                .satisfies(video -> assertThat(video.end()).isCloseTo(seconds, within(FRAME)));
    }

    /** @param type of its codec */
    void hasSound(String type, double seconds) {
        assertThat(Objects.requireNonNull(rehearsal.begun()).audio())
                .singleElement()
                .satisfies(audio -> {
                    assertThat(audio.type()).contains(type);
                    assertThat(audio.ranges().getFirst()[0])
                            .as("where sound begins")
                            .isCloseTo(0, within(FRAME));
                });
        assertThat(Objects.requireNonNull(rehearsal.atEnd()).audio())
                .singleElement()
                .satisfies(
                        audio -> assertThat(audio.end()).as("where sound ends").isCloseTo(seconds, within(FRAME)));
        rehearsal.switches().forEach(change -> ofOnePiece(change.shown().audio()));
        Rehearsal.Beats beats = Objects.requireNonNull(rehearsal.beats());
        if (beats.heard() != null) {
            assertThat(beats.heard()).as("beats with sound").isGreaterThan(beats.moving() * 9 / 10);
        }
    }

    private void everyForcedRungIsShown() {
        assertThat(rehearsal.switches())
                .extracting(change -> change.shown().height())
                .isEqualTo(scene.heights());
        for (Rehearsal.Change change : rehearsal.switches()) {
            ofOnePiece(change.shown().video());
            assertThat(change.seen())
                    .as("when rung %d was seen", change.shown().height())
                    .isGreaterThan(change.asked());
        }
    }

    private static void ofOnePiece(List<Rehearsal.Source> sources) {
        assertThat(sources)
                .singleElement()
                .satisfies(source -> assertThat(source.ranges()).as("no gaps").hasSize(1));
    }
}
