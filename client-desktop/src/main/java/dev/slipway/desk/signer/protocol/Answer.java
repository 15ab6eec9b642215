package dev.slipway.desk.signer.protocol;

import java.util.Objects;

/** @param id of the question; {@link #TO_NOBODY} where that could not be read */
public record Answer(long id, SignerReply reply) {
    public static final long TO_NOBODY = 0;

    public Answer {
        Objects.requireNonNull(reply, "reply");
    }
}
