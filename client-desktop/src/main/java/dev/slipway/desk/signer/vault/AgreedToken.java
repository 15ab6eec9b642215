package dev.slipway.desk.signer.vault;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.Agreement;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Whether a payment in a token is that of the terms which its reference stands for. */
final class AgreedToken {
    private AgreedToken() {}

    /**
     * The reference is the digest of what was agreed, that has the hash of the terms, and those name chain, recipient,
     * router, token and price.
     *
     * @throws DeskException {@code signing-refused} where one of them differs
     */
    static void require(PaymentBounds payment, @Nullable Agreement agreement, Address author) {
        PaymentBounds.Token token = payment.token();
        if (token == null) {
            return;
        }
        if (agreement == null) {
            throw refused("what was agreed is not told");
        }
        PublishOnly publish = PublishOnly.read(agreement.publish());
        Terms terms = terms(agreement.terms());
        require(publish.message().author().equals(author), "it is for a publication of another author");
        require(Eip712.digest(publish.data()).equals(payment.reference()), "its reference stands for something else");
        require(
                Terms.hash(agreement.terms()).equals(publish.message().termsHash()),
                "the terms are not the agreed ones");
        require(
                publish.chainId() == payment.chainId() && terms.chainId() == payment.chainId(),
                "it is for another chain");
        require(terms.recipient().equals(payment.recipient()), "the terms name another recipient");
        require(token.router().equals(terms.router()), "the terms name another payment contract");
        PaymentToken asked = terms.token();
        require(asked != null && asked.address().equals(token.contract()), "the terms ask for another coin or token");
        require(
                payment.value().compareTo(new BigInteger(terms.price())) <= 0,
                "it is more than the price of the terms");
    }

    private static Terms terms(String json) {
        try {
            return Json.LENIENT.readValue(json, Terms.class);
        } catch (JacksonException e) {
            throw refused("the terms cannot be read");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static DeskException refused(String why) {
        return new DeskException(ProblemCode.SIGNING_REFUSED, "This payment is not allowed: " + why + ".");
    }
}
