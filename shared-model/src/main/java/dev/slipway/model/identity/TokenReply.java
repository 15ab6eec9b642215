package dev.slipway.model.identity;

/**
 * Who holds these is signed in.
 *
 * @param accessToken for {@code Authorization: Bearer}
 * @param refreshToken for the next pair, once: using it a second time ends the session
 * @param expiresIn seconds that the access token is good for
 */
public record TokenReply(String accessToken, String refreshToken, long expiresIn) {
    @Override
    public String toString() {
        return "TokenReply[withheld]";
    }
}
