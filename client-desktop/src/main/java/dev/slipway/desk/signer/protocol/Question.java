package dev.slipway.desk.signer.protocol;

import java.util.Objects;

/** @param id is repeated by the answer */
public record Question(long id, SignerRequest request) {
    public Question {
        Objects.requireNonNull(request, "request");
    }
}
