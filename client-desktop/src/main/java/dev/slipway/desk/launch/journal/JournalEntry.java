package dev.slipway.desk.launch.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.desk.browserwallet.AskedPayment;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationForm;
import java.util.Optional;
import java.util.function.Consumer;
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
        return begin(form).changed(copy -> copy.prepared = facts);
    }

    /** A new offer makes everything after it void. */
    public JournalEntry withDraft(String json, Address forAuthor) {
        return withoutDraft().changed(copy -> {
            copy.draft = json;
            copy.author = forAuthor;
        });
    }

    public JournalEntry withoutDraft() {
        return begin(form).changed(copy -> copy.prepared = prepared);
    }

    /** Other words need another offer, because the signature covers them. */
    public JournalEntry withForm(PublicationForm words) {
        return begin(words).changed(copy -> copy.prepared = prepared);
    }

    /** A new signature makes everything after it void. */
    public JournalEntry withSigning(Signing signed) {
        return withoutDraft().changed(copy -> {
            copy.draft = draft;
            copy.author = author;
            copy.signing = signed;
        });
    }

    public JournalEntry withGrant(String token) {
        return changed(copy -> copy.grant = token);
    }

    public JournalEntry withPayment(SignedTransaction transaction) {
        return changed(copy -> copy.payment = transaction);
    }

    public JournalEntry withAllowance(@Nullable SignedTransaction transaction) {
        return changed(copy -> copy.allowance = transaction);
    }

    /** When it is certain that it never went through, or that more is due; what it was allowed is used up or looked up. */
    public JournalEntry withoutPayment() {
        return changed(copy -> {
            copy.allowance = null;
            copy.payment = null;
        });
    }

    public JournalEntry withAskedAllowance(@Nullable AskedPayment question) {
        return changed(copy -> copy.askedAllowance = question);
    }

    public JournalEntry withAsked(AskedPayment question) {
        return changed(copy -> copy.asked = question);
    }

    public JournalEntry withShown(Bytes32 reference) {
        return changed(copy -> copy.shown = reference);
    }

    /** When nobody has paid it, and nobody will. */
    public JournalEntry withoutShown() {
        return changed(copy -> copy.shown = null);
    }

    public JournalEntry withPublished(Published result) {
        return changed(copy -> copy.published = result);
    }

    private JournalEntry changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.entry();
    }

    /** Its members, to be changed one by one. */
    private static final class Copy {
        private final JournalEntry from;
        private @Nullable PreparedFacts prepared;
        private @Nullable String draft;
        private @Nullable Address author;
        private @Nullable Signing signing;
        private @Nullable String grant;
        private @Nullable SignedTransaction allowance;
        private @Nullable SignedTransaction payment;
        private @Nullable AskedPayment askedAllowance;
        private @Nullable AskedPayment asked;
        private @Nullable Bytes32 shown;
        private @Nullable Published published;

        Copy(JournalEntry from) {
            this.from = from;
            prepared = from.prepared;
            draft = from.draft;
            author = from.author;
            signing = from.signing;
            grant = from.grant;
            allowance = from.allowance;
            payment = from.payment;
            askedAllowance = from.askedAllowance;
            asked = from.asked;
            shown = from.shown;
            published = from.published;
        }

        JournalEntry entry() {
            return new JournalEntry(
                    from.version,
                    from.form,
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
                    published);
        }
    }

    /** How far it came, for a log: without the grant. */
    @Override
    public String toString() {
        return "JournalEntry[" + form.title() + (signing == null ? "" : ", " + signing.reference()) + "]";
    }
}
