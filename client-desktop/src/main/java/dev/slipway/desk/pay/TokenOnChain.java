package dev.slipway.desk.pay;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.PermitTerms;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** What a token answers through our own node. Every method blocks for some requests. */
public final class TokenOnChain {
    /** Of domains that tell no version, it is this as a rule; a wrong guess shows in the separator. */
    private static final String USUAL_VERSION = "1";

    private final Chain chain;
    private final Address contract;

    public TokenOnChain(Chain chain, Address contract) {
        this.chain = chain;
        this.contract = contract;
    }

    /** In the smallest unit. */
    public BigInteger balance(Address account) {
        return number(TokenContract.balanceCall(account), "what an account holds");
    }

    /** What the spender may take of the owner's. */
    BigInteger allowance(Address owner, Address spender) {
        return number(TokenContract.allowanceCall(owner, spender), "what is allowed");
    }

    private BigInteger number(String call, String what) {
        return chain.call(contract, call)
                .flatMap(TokenContract::number)
                .orElseThrow(() -> new DeskException(
                        ProblemCode.TERMS_MISMATCH,
                        "The token " + contract + " does not say " + what + ". Nothing more was signed or paid."));
    }

    /** Empty where the token knows no permits, or signs them in a domain that is put together otherwise. */
    Optional<PermitTerms> permit(long chainId, Address owner, Instant deadline) {
        Optional<String> name = text(TokenContract.NAME_CALL);
        Optional<BigInteger> separator =
                chain.call(contract, TokenContract.DOMAIN_SEPARATOR_CALL).flatMap(TokenContract::number);
        Optional<BigInteger> nonce =
                chain.call(contract, TokenContract.noncesCall(owner)).flatMap(TokenContract::number);
        if (name.isEmpty() || separator.isEmpty() || nonce.isEmpty()) {
            return Optional.empty();
        }
        String version = text(TokenContract.VERSION_CALL).orElse(USUAL_VERSION);
        PermitTerms permit =
                new PermitTerms(name.get(), version, nonce.get(), BigInteger.valueOf(deadline.getEpochSecond()));
        BigInteger ours =
                new BigInteger(1, permit.domainSeparator(chainId, contract).bytes());
        return ours.equals(separator.get()) ? Optional.of(permit) : Optional.empty();
    }

    private Optional<String> text(String call) {
        return chain.call(contract, call).flatMap(TokenContract::text);
    }
}
