package dev.slipway.desk.launch.underway;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Contact;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.Launch;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.LaunchWorkflow;
import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.publication.PublicationStatus;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Dispatcher;

/** The part of a launch that takes long. Blocking. */
final class LaunchWork {
    private final String key;
    private final Path folder;
    private final Dock dock;

    /**
     * @param key of the journal
     * @param folder of the publication on this desk, whose {@code files} are launched
     */
    LaunchWork(String key, Path folder, Dock dock) {
        this.key = key;
        this.folder = folder;
        this.dock = dock;
    }

    /** Who hears of a run, and who may stop it. */
    record Parties(LaunchListener listener, CancelSignal cancel) {}

    /** What is one launch's part of the work. */
    private interface Course {
        LaunchState run(Launch launch, Journal journal);
    }

    /** To the moment when the server has seen the payment. */
    LaunchState pay(LaunchRequest request, Finished finished, Author author, Parties parties) {
        return run(request, parties, (launch, journal) -> {
            PreparedFolder prepared = PreparedFolder.read(files());
            launch.take(facts(prepared, finished));
            PublicationStatus status = launch.pay(prepared, author);
            return new LaunchState.Paid(Receipt.of(journal.entry(), status.payment()));
        });
    }

    /** From there to the page. */
    LaunchState finish(LaunchRequest request, Parties parties) {
        return run(request, parties, (launch, journal) -> {
            // By what was signed: a manifest that was written since is another film's.
            PreparedFolder prepared = PreparedFolder.of(
                    files(),
                    Base64.getDecoder()
                            .decode(Objects.requireNonNull(journal.entry().prepared())
                                    .manifest()));
            Published published = launch.finish(prepared);
            return new LaunchState.OnPage(Receipt.of(journal.entry()), published);
        });
    }

    /** A person says that nobody pays what was shown to be paid elsewhere. */
    LaunchState withdraw(LaunchRequest request, Parties parties) {
        return run(request, parties, (launch, journal) -> {
            launch.withdraw();
            return new LaunchState.Stopped(LaunchState.Half.PAY, null);
        });
    }

    /** What is on the disk of it. */
    Optional<JournalEntry> journal() {
        return dock.journals().find(key);
    }

    private LaunchState run(LaunchRequest request, Parties parties, Course course) {
        Dock own = own();
        LaunchWorkflow launches = workflow(own, parties);
        Contact contact = launches.meet(request);
        try (Journal journal = own.journals().open(key, folder, request.form())) {
            forgetOtherServers(journal, request.server());
            Launch launch = launches.launch(request, contact, journal);
            return launch.isPublished()
                    ? new LaunchState.OnPage(Receipt.of(journal.entry()), launch.again())
                    : course.run(launch, journal);
        }
    }

    /** What was agreed with another server binds nobody while nothing is paid; only this window could have paid it. */
    private static void forgetOtherServers(Journal journal, ServerOrigin wanted) {
        JournalEntry entry = journal.entry();
        if (entry.draft() != null && !entry.mayBePaid()) {
            ServerOrigin agreed = Receipt.server(entry);
            if (!agreed.equals(wanted) && !(agreed.isLoopback() && wanted.isLoopback())) {
                journal.change(JournalEntry::withoutDraft);
            }
        }
    }

    private static LaunchWorkflow workflow(Dock dock, Parties parties) {
        return new LaunchWorkflow(dock, parties.cancel(), new Steps(parties.listener(), dock.clock()));
    }

    private Path files() {
        return folder.resolve("files");
    }

    private static JournalEntry.PreparedFacts facts(PreparedFolder prepared, Finished finished) {
        return new JournalEntry.PreparedFacts(
                prepared.manifest().toBase64(),
                finished.seconds(),
                null,
                finished.inputBytes(),
                finished.outputBytes());
    }

    /** A launch that is stopped ends its own requests, and not those of the others. */
    private Dock own() {
        return dock.with(dock.http().newBuilder().dispatcher(new Dispatcher()).build());
    }
}
