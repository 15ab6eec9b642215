package dev.slipway.desk.publish;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.publish.journal.Journal;
import dev.slipway.desk.publish.journal.JournalEntry;
import dev.slipway.desk.publish.journal.Published;
import dev.slipway.desk.server.Operator;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one file: meet the server, read the file, prepare, agree, pay, upload, wait for the page. Blocking, for
 * one thread; run again after a failure or a kill it goes on where it was. A publication is known by its file's
 * SHA-256, the options, the server's operator and the author.
 */
public final class PublishWorkflow {
    /** Chain id of the development chain and of anvil: play money. */
    private static final long DEVELOPMENT_CHAIN = 31337;

    private final Workbench bench;
    private final Signer author;
    private final CancelSignal cancel;
    private final PublishListener listener;

    public PublishWorkflow(Workbench bench, Signer author, CancelSignal cancel, PublishListener listener) {
        this.bench = bench;
        this.author = author;
        this.cancel = cancel;
        this.listener = listener;
    }

    /** @throws DeskException with what was wrong and what to do; what is finished stays in the journal */
    public Published publish(PublishRequest request) {
        requireForm(request.form());
        cancel.onCancel(() -> bench.http().dispatcher().cancelAll());
        Steps steps = new Steps(listener, bench.clock());
        ServerApi server = new ServerApi(bench.http(), request.server(), cancel);
        Operator operator = meet(server, steps);
        Chain chain = connect(request, operator, server.origin());
        String source = read(request, steps);
        try (Journal journal = Journal.open(workFolder(request, source, operator), request.form())) {
            Run run = new Run(request, bench, author, cancel, steps, server, operator.address(), chain, journal);
            requireAgreedHere(run);
            takeWords(journal, request.form());
            return journal.entry().published() == null ? launch(run) : again(run);
        }
    }

    private Published launch(Run run) {
        PreparedFolder prepared = new PrepareStep(run).run();
        new AgreeStep(run).run(prepared);
        new PayStep(run).run();
        new UploadStep(run).run(prepared);
        return new VerifyStep(run).run();
    }

    private Operator meet(ServerApi server, Steps steps) {
        steps.begin(Step.CONNECT);
        Operator operator = server.operator();
        KnownServers.Meeting meeting = bench.known().meet(server.origin(), operator.address());
        String how = meeting == KnownServers.Meeting.FIRST ? " (first contact: its key is remembered)" : "";
        steps.finish(
                server.origin() + ", operator " + operator.address() + how,
                Map.of(
                        "serverUrl",
                        server.origin().text(),
                        "operator",
                        operator.address().hex()));
        return operator;
    }

    private Chain connect(PublishRequest request, Operator operator, ServerOrigin origin) {
        @Nullable URI rpc = request.chainRpc();
        @Nullable String told = operator.chainRpc();
        // A server on this machine may name a node on this machine; no other may choose where we connect to.
        boolean mayBeTheirs = rpc == null && operator.chainId() == DEVELOPMENT_CHAIN && origin.isLoopback();
        if (mayBeTheirs && told != null && ServerOrigin.isLoopback(told)) {
            rpc = URI.create(told);
        }
        if (rpc == null) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "The payment goes over chain " + operator.chainId() + ": name a node of it with --chain-rpc URL.");
        }
        Chain chain = new RpcChain(bench.http(), rpc);
        if (chain.chainId() != operator.chainId()) {
            throw new DeskException(
                    ProblemCode.WRONG_CHAIN,
                    "The server is paid on chain " + operator.chainId() + ", but the node at " + rpc + " follows chain "
                            + chain.chainId() + ". Name another with --chain-rpc.");
        }
        return chain;
    }

    private String read(PublishRequest request, Steps steps) {
        steps.begin(Step.READ);
        MediaFacts facts = bench.engine()
                .probe(
                        request.source(),
                        request.options().damage(),
                        progress -> steps.progress(progress.fraction(), "looking through"),
                        cancel);
        String sha256 = SourceFile.sha256(
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

    private Path workFolder(PublishRequest request, String source, Operator operator) {
        return bench.publications().resolve(PublicationKey.of(source, request.options(), operator, author.address()));
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

    /** Other words are fine until something was paid: the payment is bound to them. */
    private static void takeWords(Journal journal, PublicationForm form) {
        JournalEntry entry = journal.entry();
        if (entry.form().equals(form)) {
            return;
        }
        if (entry.payment() != null || entry.published() != null) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "This video was already paid for as \"" + entry.form().title()
                            + "\" with other words. Repeat the command with exactly those to go on.");
        }
        journal.change(before -> before.withForm(form));
    }

    private static Published again(Run run) {
        run.steps().begin(Step.VERIFY);
        PublicationStatus status = run.status();
        if (status.content() != ContentState.PUBLISHED) {
            Run.requireAlive(status);
        }
        run.steps().finish("already published, nothing to pay or upload", Map.of("already", true));
        return VerifyStep.published(run, status);
    }

    private static void requireForm(PublicationForm form) {
        List<Violation> violations = FormRules.check(form);
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw new DeskException(ProblemCode.INVALID_FORM, first.field() + ": " + first.message() + ".");
        }
    }
}
