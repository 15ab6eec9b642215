package dev.slipway.desk.launch;

import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationStatus;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One publication on its way to its page. Every method may be called again, in any later run, and goes on. */
public final class Launch {
    private final Run run;

    private Launch(Run run) {
        this.run = run;
    }

    static Launch of(Run run) {
        requireAgreedHere(run);
        requireGranted(run);
        if (run.request().replaced() == LaunchRequest.Replaced.NOT_PAID) {
            withdraw(run);
        }
        takeWords(run.journal(), run.request().form());
        return new Launch(run);
    }

    public boolean isPublished() {
        return run.journal().entry().published() != null;
    }

    /** What is launched from now on. @throws DeskException {@code conflict} when other files were paid for already */
    public void take(JournalEntry.PreparedFacts facts) {
        JournalEntry entry = run.journal().entry();
        JournalEntry.@Nullable PreparedFacts before = entry.prepared();
        if (before != null && before.manifest().equals(facts.manifest())) {
            return;
        }
        if (entry.mayBePaid()) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "This publication was already " + paid(entry)
                            + " with other files, and the payment is bound to those."
                            + " Publish the new files as another publication.");
        }
        run.journal().change(now -> now.withPrepared(facts));
    }

    /** Agrees on terms, signs, pays, and returns what the server says once it has seen the payment in a block. */
    public PublicationStatus pay(PreparedFolder prepared, Author author) {
        try (Hand hand = author.hand(run)) {
            new AgreeStep(run, hand).run(prepared);
            return new PayStep(run, hand, prepared.manifest()).run();
        }
    }

    /**
     * A person says that nobody has made the payment that was shown, and nobody will. What was agreed stays.
     *
     * @throws DeskException {@code conflict} when the server has seen it
     */
    public void withdraw() {
        withdraw(run);
    }

    private static void withdraw(Run run) {
        if (run.journal().entry().shown() == null) {
            return;
        }
        if (!Run.isNothingSeen(run.status())) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "The server has seen a payment, so that this one goes on. Nothing was changed.");
        }
        run.journal().change(JournalEntry::withoutShown);
    }

    /** Brings what is paid for to the server and waits for the page. */
    public Published finish(PreparedFolder prepared) {
        new UploadStep(run).run(prepared);
        return new VerifyStep(run).run();
    }

    /** What came of a launch that is over, with the addresses as the server gives them now. */
    public Published again() {
        run.steps().begin(Step.VERIFY);
        PublicationStatus status = run.status();
        if (status.content() != ContentState.PUBLISHED) {
            Run.requireAlive(status);
        }
        run.steps().finish("already published, nothing to pay or upload", Map.of("already", true));
        return VerifyStep.published(run, status);
    }

    /**
     * The grant and the files go to the server that the terms name, and to no other that claims to be its operator. On
     * this machine a server may have come back at another port.
     */
    private static void requireAgreedHere(Run run) {
        if (run.journal().entry().draft() == null) {
            return;
        }
        ServerOrigin agreed = ServerOrigin.parse(run.draft().terms().audience());
        ServerOrigin asked = run.server().origin();
        if (!agreed.equals(asked) && !(agreed.isLoopback() && asked.isLoopback())) {
            throw new DeskException(
                    ProblemCode.TERMS_MISMATCH,
                    "This publication was agreed with " + agreed + ", and " + asked
                            + " is another server. Repeat the command with --server " + agreed + ".");
        }
    }

    /** Before the film is prepared for viewers that the server cannot let in. What was paid for was granted once. */
    private static void requireGranted(Run run) {
        AccessLevel level = run.request().form().access();
        Set<AccessLevel> granted = run.contact().operator().granted();
        if (!run.journal().entry().mayBePaid() && !granted.contains(level)) {
            String choice = granted.stream().sorted().map(AccessLevel::text).collect(Collectors.joining(" or "));
            throw new DeskException(
                    ProblemCode.INVALID_FORM,
                    FormRules.ACCESS_LEVEL + ": " + run.server().origin() + " does not grant \"" + level.text()
                            + "\". Choose " + choice + ". Nothing was paid.");
        }
    }

    /** Other words are fine until something was paid: the payment is bound to them. */
    private static void takeWords(Journal journal, PublicationForm form) {
        JournalEntry entry = journal.entry();
        if (entry.form().equals(form)) {
            return;
        }
        if (entry.mayBePaid()) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "This video was already " + paid(entry) + " as \""
                            + entry.form().title()
                            + "\" with other words. Repeat the command with exactly those to go on.");
        }
        journal.change(before -> before.withForm(form));
    }

    private static String paid(JournalEntry entry) {
        return entry.payment() == null && !entry.isAsked() && entry.published() == null
                ? "shown to be paid for (with --not-paid you say that nobody has paid, and nobody will)"
                : "paid for";
    }
}
