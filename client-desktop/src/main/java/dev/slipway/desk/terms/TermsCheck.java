package dev.slipway.desk.terms;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Whether an offer may be signed.
 *
 * @param operator the key pinned for this server
 * @param chain that the wallet's node follows
 * @param maxPrice what may be paid, and in what
 * @param uploadBytes how much we are going to upload
 */
public record TermsCheck(ServerOrigin server, Address operator, Chain chain, PriceLimit maxPrice, long uploadBytes) {
    private static final Pattern WEI = Pattern.compile("0|[1-9][0-9]{0,30}");

    /** @throws DeskException {@code terms-mismatch} or {@code wrong-chain}, with the member that is off */
    public void verify(ReceivedDraft draft) {
        Terms terms = draft.terms();
        require(
                terms.version() == (terms.token() == null ? Terms.VERSION : Terms.TOKEN_VERSION),
                "version " + terms.version() + " of the terms is not known here");
        require(
                terms.rail().equals(terms.router() == null ? Terms.PLAIN_RAIL : Terms.ROUTER_RAIL),
                "the rail \"" + terms.rail() + "\" is not known here");
        require(
                terms.audience().equals(server.text()),
                "the server calls itself " + terms.audience() + ", not " + server + ": use that address");
        require(terms.operator().equals(operator), "they name another operator than " + operator);
        require(signer(draft).equals(operator), "they are not signed by the operator's key " + operator);
        require(WEI.matcher(terms.price()).matches(), "the price is no amount");
        require(
                WEI.matcher(String.valueOf(terms.kept())).matches()
                        && terms.kept().compareTo(new BigInteger(terms.price())) <= 0,
                "the check fee is no part of the price");
        require(terms.uploadBytes() >= uploadBytes, "they allow fewer bytes than the video has");
        checkChain(terms);
        if (terms.token() != null) {
            checkToken(terms, terms.token());
        }
        checkPrice(terms);
    }

    /** The server says what a token is called and how many decimals it has; the chain says it too, and has the last word. */
    private void checkToken(Terms terms, PaymentToken said) {
        PaymentToken found = PaymentToken.read(said.address(), input -> chain.call(said.address(), input))
                .orElseThrow(() -> mismatch("the contract " + said.address() + " is no token on this chain"));
        require(
                found.equals(said),
                "the token " + said.address() + " is called " + found.symbol() + " and has " + found.decimals()
                        + " decimals, while the server says " + said.symbol() + " and " + said.decimals());
        require(
                terms.router() != null && chain.pays(terms.router(), terms.recipient()),
                "the contract " + terms.router() + " does not pay " + terms.recipient());
    }

    private void checkChain(Terms terms) {
        long chainId = chain.chainId();
        if (terms.chainId() != chainId) {
            throw new DeskException(
                    ProblemCode.WRONG_CHAIN,
                    "The offer is for chain " + terms.chainId() + ", but the node follows chain " + chainId
                            + ". Name a node of that chain with --chain-rpc.");
        }
    }

    private void checkPrice(Terms terms) {
        if (maxPrice.allows(terms)) {
            return;
        }
        String asked = "The server asks " + Money.of(terms).text(new BigInteger(terms.price()));
        if (!terms.isPaidIn(maxPrice.token())) {
            String what = terms.token() == null
                    ? " in the chain's coin, and you allow an amount of the token " + maxPrice.token() + "."
                    : " of the token " + ChecksumAddress.of(terms.token().address())
                            + ", and you allow no amount of it.";
            throw new DeskException(
                    ProblemCode.TERMS_MISMATCH,
                    asked + what + " If that is fine, allow it: --max-price " + PriceLimit.of(terms)
                            + " (in the window, the most that it may cost).");
        }
        throw new DeskException(
                ProblemCode.TERMS_MISMATCH,
                asked + ", more than the " + maxPrice.inWords(terms)
                        + " you allow. Raise --max-price if that is fine.");
    }

    private static Address signer(ReceivedDraft draft) {
        TermsMessage message =
                new TermsMessage(draft.reply().id(), draft.reply().nonce(), draft.termsHash());
        Bytes32 digest = Eip712.digest(message.typedData(draft.terms().chainId()));
        return Eip712.recover(digest, draft.reply().termsSignature())
                .orElseThrow(() -> mismatch("their signature is none"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw mismatch(otherwise);
        }
    }

    private static DeskException mismatch(String why) {
        return new DeskException(
                ProblemCode.TERMS_MISMATCH, "The server's terms do not fit: " + why + ". Nothing was signed or paid.");
    }
}
