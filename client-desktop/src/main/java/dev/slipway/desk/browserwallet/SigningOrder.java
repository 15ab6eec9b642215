package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.signing.TypedData;
import dev.slipway.model.terms.Terms;

/**
 * What the author is asked to sign. Whoever makes it has checked the terms.
 *
 * @param title of the video, for the person who signs
 */
public record SigningOrder(PublishMessage message, Terms terms, String title) {

    TypedData typedData() {
        return message.typedData(terms.chainId());
    }

    /** What is signed in the end, and what the payment will carry. */
    Bytes32 reference() {
        return Eip712.digest(typedData());
    }
}
