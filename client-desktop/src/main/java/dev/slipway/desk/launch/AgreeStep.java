package dev.slipway.desk.launch;

import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.pay.Payments;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerProblem;
import dev.slipway.desk.terms.TermsCheck;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gets an offer, checks it, signs it. An offer that grew too old before anything was paid is replaced by a new one. */
final class AgreeStep {
    private static final Set<ProblemCode> STALE = Set.of(
            ProblemCode.TERMS_EXPIRED, ProblemCode.SIGNATURE_EXPIRED, ProblemCode.NOT_FOUND, ProblemCode.WRONG_STATE);

    /** What failed on the chain has paid nothing. */
    private static final Set<PaymentState> UNPAID = Set.of(PaymentState.AWAITING, PaymentState.REVERTED);

    private final Run run;
    private final Hand hand;

    AgreeStep(Run run, Hand hand) {
        this.run = run;
        this.hand = hand;
    }

    void run(PreparedFolder prepared) {
        run.steps().begin(Step.AGREE);
        if (isGivenUp() || isPaymentBehindItsTime() || isShownInVain()) {
            run.journal().change(JournalEntry::withoutDraft);
        }
        if (!run.journal().entry().mayBePaid()) {
            prepared.requireUnchanged(run.cancel());
            if (!isStillGood()) {
                run.journal().change(JournalEntry::withoutDraft);
            }
            agree(prepared);
        }
        report(run.draft().terms());
    }

    private void agree(PreparedFolder prepared) {
        try {
            draftAndSign(prepared);
        } catch (ServerProblem e) {
            if (!STALE.contains(e.code())) {
                throw e;
            }
            run.journal().change(JournalEntry::withoutDraft);
            draftAndSign(prepared);
        }
    }

    private void draftAndSign(PreparedFolder prepared) {
        if (run.journal().entry().draft() == null) {
            Address author = hand.address();
            ReceivedDraft draft = run.server()
                    .createDraft(new DraftRequest(
                            author,
                            prepared.manifest().toBase64(),
                            run.journal().entry().form()));
            run.journal().change(entry -> entry.withDraft(draft.json(), author));
        }
        ReceivedDraft draft = run.draft();
        check(prepared).verify(draft);
        if (run.journal().entry().signing() == null) {
            JournalEntry.Signing signing = sign(draft, prepared.manifest().hash());
            run.journal().change(entry -> entry.withSigning(signing));
        }
        if (run.journal().entry().grant() == null) {
            SignatureReply reply = handIn(draft, run.signing());
            run.journal().change(entry -> entry.withGrant(reply.grant()));
        }
    }

    private TermsCheck check(PreparedFolder prepared) {
        return new TermsCheck(
                run.server().origin(),
                run.contact().operator().address(),
                run.chain(),
                run.request().maxPrice(),
                prepared.totalBytes());
    }

    private JournalEntry.Signing sign(ReceivedDraft draft, Bytes32 manifestHash) {
        byte[] salt = new byte[32];
        run.dock().random().nextBytes(salt);
        @Nullable Address refundTo = run.request().refundTo();
        Address author = run.author();
        if (refundTo != null && !draft.terms().canRefundTo(refundTo)) {
            throw new DeskException(
                    ProblemCode.BAD_REQUEST,
                    "Nothing can be sent back to " + refundTo + ": choose an address of your own for refunds.");
        }
        PublishMessage message = new PublishMessage(
                draft.terms().audience(),
                draft.reply().id(),
                draft.reply().nonce(),
                author,
                manifestHash,
                run.journal().entry().form().hash(),
                draft.termsHash(),
                refundTo == null ? author : refundTo,
                Bytes32.of(salt),
                draft.terms().expiresAt().getEpochSecond());
        Bytes32 reference = Eip712.digest(message.typedData(draft.terms().chainId()));
        BigInteger price = new BigInteger(draft.terms().price());
        Bill bill = new Bill(
                draft.terms(),
                message,
                reference,
                draft.termsText(),
                () -> Payments.quote(run.chain(), author, draft.terms(), reference, price));
        return new JournalEntry.Signing(
                reference, message.refundTo(), message.salt(), message.deadline(), hand.sign(bill));
    }

    private SignatureReply handIn(ReceivedDraft draft, JournalEntry.Signing signing) {
        SignatureReply reply = run.server()
                .sign(
                        draft.reply().id(),
                        new SignatureRequest(
                                signing.signature(), signing.refundTo(), signing.salt(), signing.deadline()));
        if (!reply.reference().equals(signing.reference())) {
            throw new DeskException(
                    ProblemCode.TERMS_MISMATCH,
                    "The server understands the signature differently than it was meant. Nothing was paid.");
        }
        return reply;
    }

    /** What was signed and may already be paid by somebody else stays, whatever its age. */
    private boolean isStillGood() {
        JournalEntry entry = run.journal().entry();
        if (entry.draft() == null || entry.grant() != null && isPaidByAnother()) {
            return true;
        }
        if (!hand.address().equals(entry.author())) {
            return false;
        }
        Terms terms = run.draft().terms();
        return terms.audience().equals(run.server().origin().text()) && isInTime(terms);
    }

    /**
     * A payment that was signed in time, but that no block and no pool has now that its offer is over, would be taken
     * and open nothing. The next one has the same nonce, so at most one of the two can ever be paid.
     */
    private boolean isPaymentBehindItsTime() {
        @Nullable SignedTransaction payment = run.journal().entry().payment();
        return payment != null
                && !isInTime(run.draft().terms())
                && !run.chain().knows(payment.hash())
                && run.chain().minedNonce(run.author()).compareTo(payment.nonce()) <= 0;
    }

    /** What was paid came too late, and the person knows that it has to be returned: the next payment is for a new offer. */
    private boolean isGivenUp() {
        JournalEntry entry = run.journal().entry();
        if (run.request().replaced() != LaunchRequest.Replaced.PAID_ANEW || entry.grant() == null) {
            return false;
        }
        PublicationStatus status = run.status();
        boolean isTooLate = status.content() == ContentState.EXPIRED || status.cameTooLate();
        return isTooLate && !isWaiting(entry.payment());
    }

    /** In a pool, from where it may still be taken into a block beside the next one, which has another number. */
    private boolean isWaiting(@Nullable SignedTransaction payment) {
        return payment != null
                && run.chain()
                        .transaction(payment.hash())
                        .filter(found -> !found.inBlock())
                        .isPresent();
    }

    /** The server keeps an unpaid draft over the offer's end, so that nothing that was sent in time is left behind. */
    private boolean isShownInVain() {
        if (run.journal().entry().shown() == null || isInTime(run.draft().terms())) {
            return false;
        }
        PublicationStatus status = run.status();
        return status.content() == ContentState.EXPIRED
                && (status.payment() == null || status.payment().state() == PaymentState.AWAITING);
    }

    private boolean isInTime(Terms terms) {
        return TimeToPay.isLeft(terms, run.dock().clock().instant());
    }

    private boolean isPaidByAnother() {
        try {
            var payment = run.status().payment();
            return payment != null && !UNPAID.contains(payment.state());
        } catch (ServerProblem e) {
            if (e.code() == ProblemCode.NOT_FOUND || e.code() == ProblemCode.UNAUTHORIZED) {
                return false;
            }
            throw e;
        }
    }

    /** What does not come back where the content is refused. */
    private static String kept(Terms terms) {
        return terms.kept().signum() == 0
                ? ""
                : ", of which " + Money.of(terms).text(terms.kept()) + " are kept if the moderators refuse,";
    }

    /** Its contract in full: everybody can call a token anything. */
    private static String token(Terms terms) {
        return terms.token() == null
                ? ""
                : " (token " + ChecksumAddress.of(terms.token().address()) + ")";
    }

    private void report(Terms terms) {
        String price = Money.of(terms).text(new BigInteger(terms.price())) + token(terms);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("publicationId", run.publication().toString());
        facts.put("price", terms.price());
        facts.put("checkFee", terms.kept().toString());
        if (terms.token() != null) {
            facts.put("token", terms.token().address().hex());
        }
        facts.put("chainId", terms.chainId());
        facts.put("reference", run.signing().reference().hex());
        run.steps()
                .finish(
                        "price " + price + kept(terms) + " on chain " + terms.chainId() + ", hosted "
                                + terms.hostingDays() + " days; reference "
                                + run.signing().reference(),
                        facts);
    }
}
