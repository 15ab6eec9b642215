package dev.slipway.desk.launch.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.desk.browserwallet.AskedPayment;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a killed desk must not forget about one publication; never the key or its password. Members appear
 * in the order of the steps.
 *
 * @param draft the server's offer as it came
 * @param author for whom it was made
 * @param grant lets whoever has it upload, so it is in a file of its own ({@link Grants}) and never written into the
 *     database; journals of earlier builds have it there
 * @param allowance lets the payment contract take the amount of a token, before the payment; kept and sent like it
 * @param payment signed bytes, stored before they are sent for the first time and sent unchanged ever after
 * @param askedAllowance the same of a wallet that is not ours, stored before it is asked; it pays nothing
 * @param asked that a wallet which is not ours was asked to pay, stored before it is asked
 * @param shown the reference whose payment was shown, for any wallet to make, stored before it is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalEntry(
        int version,
        PublicationForm form,
        @Nullable PreparedFacts prepared,
        @Nullable String draft,
        @Nullable Address author,
        @Nullable Signing signing,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String grant,

        @Nullable SignedTransaction allowance,
        @Nullable SignedTransaction payment,
        @Nullable AskedPayment askedAllowance,
        @Nullable AskedPayment asked,
        @Nullable Bytes32 shown,
        @Nullable Published published) {
    static final int VERSION = 1;

    /**
     * What was prepared.
     *
     * @param manifest base64 of the exact bytes
     * @param cpuSeconds null where nobody kept it
     */
    public record PreparedFacts(
            String manifest, double seconds, @Nullable Double cpuSeconds, long inputBytes, long outputBytes) {}

    /** What the author signed, and the signature: sent again as they are when the server's answer was lost. */
    public record Signing(Bytes32 reference, Address refundTo, Bytes32 salt, long deadline, String signature) {}

    public static JournalEntry begin(PublicationForm form) {
        return new JournalEntry(VERSION, form, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Whether a payment was signed, or shown to be made elsewhere, or a wallet was asked for one and did not say no: it
     * may exist, seen or not.
     */
    public boolean mayBePaid() {
        return payment != null || published != null || shown != null || isAsked();
    }

    /** Whether a wallet in the browser may have made it. */
    public boolean isAsked() {
        return asked != null && !asked.refused();
    }

    /** Of the signature; the grant's name. */
    @Nullable
    Bytes32 reference() {
        return signing == null ? null : signing.reference();
    }

    /** Of the payment, once it is known. */
    public Optional<Bytes32> transaction() {
        return payment != null
                ? Optional.of(payment.hash())
                : Optional.ofNullable(asked).map(AskedPayment::hash);
    }

    public JournalEntry withPrepared(@Nullable PreparedFacts facts) {
        return new JournalEntry(version, form, facts, null, null, null, null, null, null, null, null, null, null);
    }

    /** A new offer makes everything after it void. */
    public JournalEntry withDraft(String json, Address forAuthor) {
        return new JournalEntry(
                version, form, prepared, json, forAuthor, null, null, null, null, null, null, null, null);
    }

    public JournalEntry withoutDraft() {
        return new JournalEntry(version, form, prepared, null, null, null, null, null, null, null, null, null, null);
    }

    /** Other words need another offer, because the signature covers them. */
    public JournalEntry withForm(PublicationForm words) {
        return new JournalEntry(version, words, prepared, null, null, null, null, null, null, null, null, null, null);
    }

    public JournalEntry withSigning(Signing signed) {
        return new JournalEntry(
                version, form, prepared, draft, author, signed, null, null, null, null, null, null, null);
    }

    public JournalEntry withGrant(String token) {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                token,
                allowance,
                payment,
                askedAllowance,
                asked,
                shown,
                published);
    }

    public JournalEntry withPayment(SignedTransaction transaction) {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                allowance,
                transaction,
                askedAllowance,
                asked,
                shown,
                published);
    }

    public JournalEntry withAllowance(@Nullable SignedTransaction transaction) {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                transaction,
                payment,
                askedAllowance,
                asked,
                shown,
                published);
    }

    /** When it is certain that it never went through, or that more is due; what it was allowed is used up or looked up. */
    public JournalEntry withoutPayment() {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                null,
                null,
                askedAllowance,
                asked,
                shown,
                published);
    }

    public JournalEntry withAskedAllowance(@Nullable AskedPayment question) {
        return new JournalEntry(
                version, form, prepared, draft, author, signing, grant, allowance, payment, question, asked, shown,
                published);
    }

    public JournalEntry withAsked(AskedPayment question) {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                allowance,
                payment,
                askedAllowance,
                question,
                shown,
                published);
    }

    public JournalEntry withShown(Bytes32 reference) {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                allowance,
                payment,
                askedAllowance,
                asked,
                reference,
                published);
    }

    /** When nobody has paid it, and nobody will. */
    public JournalEntry withoutShown() {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                allowance,
                payment,
                askedAllowance,
                asked,
                null,
                published);
    }

    public JournalEntry withPublished(Published result) {
        return new JournalEntry(
                version,
                form,
                prepared,
                draft,
                author,
                signing,
                grant,
                allowance,
                payment,
                askedAllowance,
                asked,
                shown,
                result);
    }

    /** How far it came, for a log: without the grant. */
    @Override
    public String toString() {
        return "JournalEntry[" + form.title() + (signing == null ? "" : ", " + signing.reference()) + "]";
    }
}
