package dev.slipway.server.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.access.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MediaTokensTest {
    private static final PublicationId FILM = new PublicationId(new UUID(1, 2));
    private static final PublicationId OTHER = new PublicationId(new UUID(1, 3));
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aTokenOpensItsOwnPublicationAndNoOther() {
        MediaTokens tokens = tokens(1, NOON);
        String token = tokens.mint(FILM, Tier.PUBLIC);
        assertThat(tokens.check(FILM, token)).isEqualTo(new MediaTokens.Verdict.Valid(Tier.PUBLIC));
        assertThat(tokens.check(OTHER, token)).isInstanceOf(MediaTokens.Verdict.Forged.class);
    }

    @Test
    void aTokenOfAnotherSecretIsForged() {
        assertThat(tokens(2, NOON).check(FILM, tokens(1, NOON).mint(FILM, Tier.PUBLIC)))
                .isInstanceOf(MediaTokens.Verdict.Forged.class);
    }

    @Test
    void aTokenLastsForTwelveHoursAtLeastAndEighteenAtMost() {
        for (int minutes = 0; minutes < 24 * 60; minutes += 7) {
            Instant minted = NOON.plus(Duration.ofMinutes(minutes));
            String token = tokens(1, minted).mint(FILM, Tier.PUBLIC);
            assertThat(tokens(1, minted.plus(Duration.ofHours(12)).minusMillis(1))
                            .check(FILM, token))
                    .isInstanceOf(MediaTokens.Verdict.Valid.class);
            assertThat(tokens(1, minted.plus(Duration.ofHours(18))).check(FILM, token))
                    .isInstanceOf(MediaTokens.Verdict.Expired.class);
        }
    }

    @Test
    void pagesMadeWithinTheSameSixHoursNameTheSameAddress() {
        String token = tokens(1, NOON.plusSeconds(1)).mint(FILM, Tier.PUBLIC);
        assertThat(tokens(1, NOON.plus(Duration.ofHours(6))).mint(FILM, Tier.PUBLIC))
                .isEqualTo(token);
        assertThat(tokens(1, NOON.plus(Duration.ofHours(6)).plusSeconds(1)).mint(FILM, Tier.PUBLIC))
                .isNotEqualTo(token);
    }

    /** The last character carries four bits that nothing uses, so it is left out. */
    @Property
    void aChangedTokenIsForged(
            @ForAll @IntRange(max = 32) int position, @ForAll @IntRange(min = 1, max = 63) int shift) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        MediaTokens tokens = tokens(1, NOON);
        StringBuilder token = new StringBuilder(tokens.mint(FILM, Tier.PUBLIC));
        int letter = alphabet.indexOf(token.charAt(position));
        token.setCharAt(position, alphabet.charAt((letter + shift) % alphabet.length()));
        assertThat(tokens.check(FILM, token.toString())).isInstanceOf(MediaTokens.Verdict.Forged.class);
    }

    @Property
    void noTextAtAllIsTakenForAToken(@ForAll String text) {
        assertThat(tokens(1, NOON).check(FILM, text)).isInstanceOf(MediaTokens.Verdict.Forged.class);
    }

    private static MediaTokens tokens(int secret, Instant now) {
        byte[] key = new byte[32];
        key[0] = (byte) secret;
        return new MediaTokens(new SecretKeySpec(key, "HmacSHA256"), InstantSource.fixed(now));
    }
}
