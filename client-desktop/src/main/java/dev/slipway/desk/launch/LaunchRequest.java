package dev.slipway.desk.launch;

import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationForm;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a person wants something published, and what it may cost.
 *
 * @param refundTo where refunds go; null means the author's own account
 * @param maxPrice what the server may ask at most
 * @param chainRpc null takes the development chain's node from the server
 * @param replaced what is to be done about a payment that failed, or whose place another transaction took
 */
public record LaunchRequest(
        ServerOrigin server,
        PublicationForm form,
        @Nullable Address refundTo,
        PriceLimit maxPrice,
        @Nullable URI chainRpc,
        Replaced replaced) {

    /**
     * A payment that a wallet replaced can never count, unless the node has merely forgotten it; one that failed in its
     * block may fail again.
     */
    public enum Replaced {
        /** Only a person can know: nothing is paid. */
        REFUSED,
        /** The person knows that it never went through. */
        PAID_ANEW,
        /** The person says that nobody has made what was shown to be paid elsewhere, and nobody will. */
        NOT_PAID
    }

    public LaunchRequest(
            ServerOrigin server,
            PublicationForm form,
            @Nullable Address refundTo,
            PriceLimit maxPrice,
            @Nullable URI chainRpc) {
        this(server, form, refundTo, maxPrice, chainRpc, Replaced.REFUSED);
    }

    public LaunchRequest with(Replaced wanted) {
        return new LaunchRequest(server, form, refundTo, maxPrice, chainRpc, wanted);
    }
}
