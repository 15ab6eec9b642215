package dev.slipway.media.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

/**
 * One film in one player.
 *
 * @param codec that the player is expected to play, by choice or because it was held to it
 */
record Attempt(PreparedFilm film, Scene scene, Codec codec) {

    /** Down to the lowest rung of the codec and up to the highest, where there is more than one. */
    static Attempt ladder(PreparedFilm film, Scene scene, Codec codec) {
        List<Integer> heights = film.heights(codec.inManifests());
        return new Attempt(
                film, heights.size() > 1 ? scene.forcedTo(heights.getFirst(), heights.getLast()) : scene, codec);
    }

    /** Fails where a viewer would have been disappointed. */
    void judge(Rehearsal rehearsal) {
        Judgement judgement = new Judgement(scene, rehearsal);
        judgement.playsLike(film.seconds());
        if (film.hasSound()) {
            judgement.hasSound(sound(), film.seconds());
        }
        assertThat(Objects.requireNonNull(rehearsal.begun()).video().getFirst().type())
                .as("the codec that %s took", scene.player())
                .contains(codec.prefix());
    }

    /** HLS ties sound to pictures, so that a player held to H.264 takes AAC; DASH offers both to every player. */
    private String sound() {
        return scene.isDash() ? Codec.VP9.sound() : codec.sound();
    }
}
