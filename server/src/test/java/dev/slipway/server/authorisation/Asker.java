package dev.slipway.server.authorisation;

/** Who asks; the columns of the table, in its order. What is asked for belongs to {@link #OWNER}. */
enum Asker {
    /** Without any token. */
    NOBODY,
    /** The creator to whom the publication belongs, signed in. */
    OWNER,
    /** Another creator, signed in. */
    STRANGER,
    MODERATOR,
    OPERATOR,
    /** The owner with an access token whose time is over. */
    ENDED,
    /** Somebody with a token of the right form that was never given out. */
    FORGED,
    /** Who holds the publication's grant. */
    GRANT,
    /** Who holds the grant of another publication. */
    OTHER_GRANT
}
