package dev.slipway.desk.publish;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.Contact;
import dev.slipway.desk.launch.Launch;
import dev.slipway.desk.launch.LaunchWorkflow;
import dev.slipway.desk.launch.files.FileDigest;
import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import java.util.Map;

/**
 * Publishes one file: meet the server, read the file, prepare, agree, pay, upload, wait for the page. Blocking, for
 * one thread; run again after a failure or a kill it goes on where it was. A publication is known by its file's
 * SHA-256, the options, the server's operator and the author.
 */
public final class PublishWorkflow {
    private final Workbench bench;
    private final Address address;
    private final Author author;
    private final CancelSignal cancel;
    private final Steps steps;

    /** The author's key pays as well, and needs nobody's word for it. */
    public PublishWorkflow(Workbench bench, Signer author, CancelSignal cancel, LaunchListener listener) {
        this(bench, author.address(), Author.withKey(author, Consent.GIVEN), cancel, listener);
    }

    /** @param address of the author */
    public PublishWorkflow(
            Workbench bench, Address address, Author author, CancelSignal cancel, LaunchListener listener) {
        this.bench = bench;
        this.address = address;
        this.author = author;
        this.cancel = cancel;
        this.steps = new Steps(listener, bench.dock().clock());
    }

    /** @throws DeskException with what was wrong and what to do; what is finished stays in the journal */
    public Published publish(PublishRequest request) {
        LaunchWorkflow launches = new LaunchWorkflow(bench.dock(), cancel, steps);
        Contact contact = launches.meet(request.launch());
        String source = read(request);
        String key = PublicationKey.of(source, request.options(), contact.operator(), address);
        Path folder = bench.publications().resolve(key);
        try (Journal journal =
                bench.dock().journals().open(key, folder, request.launch().form())) {
            Launch launch = launches.launch(request.launch(), contact, journal);
            if (launch.isPublished()) {
                return launch.again();
            }
            PreparedFolder prepared =
                    new PrepareStep(bench.engine(), request, journal, folder.resolve("prepared"), steps, cancel).run();
            launch.pay(prepared, author);
            return launch.finish(prepared);
        }
    }

    /** @return the file's SHA-256 */
    private String read(PublishRequest request) {
        steps.begin(Step.READ);
        MediaFacts facts = bench.engine()
                .probe(
                        request.source(),
                        request.options().damage(),
                        progress -> steps.progress(progress.fraction(), "looking through"),
                        cancel);
        String sha256 = FileDigest.sha256(
                request.source(),
                cancel,
                read -> steps.progress((double) read / Math.max(1, facts.bytes()), "fingerprint"));
        double seconds = facts.durationMicros() / 1e6;
        String picture = facts.video() == null
                ? ""
                : facts.video().displayWidth() + " × " + facts.video().displayHeight() + " "
                        + facts.video().codec() + ", ";
        steps.finish(
                picture + Quantities.seconds(seconds) + ", " + Quantities.bytes(facts.bytes()),
                Map.of("bytes", facts.bytes(), "durationMicros", facts.durationMicros()));
        return sha256;
    }
}
