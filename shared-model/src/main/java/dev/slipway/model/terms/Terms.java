package dev.slipway.model.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.encoding.CanonicalJson;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the operator offers for one draft.
 *
 * @param version {@value #VERSION}, or {@value #TOKEN_VERSION} for a price in a token: who knows nothing of tokens refuses such
 *     terms instead of paying coin for them
 * @param audience the server's public origin; the author's signature repeats it
 * @param operator the address of the key that signs the terms; the desk pins it at first contact
 * @param rail {@code plain}: an EIP-1559 transfer to the recipient whose data is the 32-byte reference; {@code router}:
 *     that, or a call of the router's {@code pay(bytes32)}; for a price in a token, a call of its {@code payToken} or {@code
 *     payTokenWithPermit} and nothing else
 * @param router the contract that hands payments to the recipient; null, and absent from the JSON, on the plain rail
 * @param price in wei, or in the token's smallest unit; decimal text, because it exceeds what JSON numbers carry exactly
 * @param checkFee in the unit of the price, decimal text: the part of the price that is kept where the content is refused; null, and absent
 *     from the JSON, where nothing is, so that such terms have the hash that they had before there were check fees
 * @param token what the price is in; null, and absent from the JSON, for the chain's own coin. Only on the router rail
 * @param confirmations blocks on top, the payment's own included, until it counts
 * @param expiresAt a payment in a block after this moment is late
 * @param uploadBytes how many bytes the grant allows: the manifest's total
 */
public record Terms(
        int version,
        String audience,
        Address operator,
        String rail,
        long chainId,
        Address recipient,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Address router,
        String price,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String checkFee,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentToken token,
        int confirmations,
        Instant expiresAt,
        int hostingDays,
        long uploadBytes,
        String rules) {

    public static final int VERSION = 1;

    /** Of terms with a price in a token. */
    public static final int TOKEN_VERSION = 2;

    public static final String PLAIN_RAIL = "plain";
    public static final String ROUTER_RAIL = "router";

    public Terms {
        Objects.requireNonNull(audience, "terms need an audience");
        Objects.requireNonNull(operator, "terms need the operator's address");
        Objects.requireNonNull(rail, "terms need a rail");
        Objects.requireNonNull(recipient, "terms need a recipient");
        Objects.requireNonNull(price, "terms need a price");
        checkFee = "0".equals(checkFee) ? null : checkFee;
        Objects.requireNonNull(expiresAt, "terms need an expiry");
        Objects.requireNonNull(rules, "terms need the rules");
        if (token != null && (router == null || !rail.equals(ROUTER_RAIL))) {
            throw new IllegalArgumentException("a price in a token is paid over a router");
        }
    }

    /** In the chain's own coin. */
    public Terms(
            int version,
            String audience,
            Address operator,
            String rail,
            long chainId,
            Address recipient,
            @Nullable Address router,
            String price,
            @Nullable String checkFee,
            int confirmations,
            Instant expiresAt,
            int hostingDays,
            long uploadBytes,
            String rules) {
        this(
                version,
                audience,
                operator,
                rail,
                chainId,
                recipient,
                router,
                price,
                checkFee,
                null,
                confirmations,
                expiresAt,
                hostingDays,
                uploadBytes,
                rules);
    }

    /** Without a check fee. */
    public Terms(
            int version,
            String audience,
            Address operator,
            String rail,
            long chainId,
            Address recipient,
            @Nullable Address router,
            String price,
            int confirmations,
            Instant expiresAt,
            int hostingDays,
            long uploadBytes,
            String rules) {
        this(
                version,
                audience,
                operator,
                rail,
                chainId,
                recipient,
                router,
                price,
                null,
                confirmations,
                expiresAt,
                hostingDays,
                uploadBytes,
                rules);
    }

    /** Without a router and a check fee. */
    public Terms(
            int version,
            String audience,
            Address operator,
            String rail,
            long chainId,
            Address recipient,
            String price,
            int confirmations,
            Instant expiresAt,
            int hostingDays,
            long uploadBytes,
            String rules) {
        this(
                version,
                audience,
                operator,
                rail,
                chainId,
                recipient,
                null,
                price,
                confirmations,
                expiresAt,
                hostingDays,
                uploadBytes,
                rules);
    }

    /** Whether the price is in this coin or token: the token's contract, or null for the chain's own coin. */
    public boolean isPaidIn(@Nullable Address coin) {
        return Objects.equals(coin, token == null ? null : token.address());
    }

    /** Whether what is sent back there would be somebody's: not nobody's, a contract's of the payment, or the operator's. */
    public boolean canRefundTo(Address address) {
        return !address.equals(Address.ZERO)
                && !address.equals(recipient)
                && !address.equals(router)
                && (token == null || !address.equals(token.address()));
    }

    /** In the unit of the price: what is kept where the content is refused; zero where the terms say nothing of it. */
    public BigInteger kept() {
        return checkFee == null ? BigInteger.ZERO : new BigInteger(checkFee);
    }

    /** SHA-256 of the canonical JSON (RFC 8785) of terms as they came over the wire, unknown members included. */
    public static Bytes32 hash(String json) {
        return Bytes32.of(CanonicalJson.sha256(json));
    }

    public Bytes32 hash() {
        return hash(Json.STRICT.writeValueAsString(this));
    }
}
