package dev.slipway.desk.demo;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.publish.PublishRequest;
import dev.slipway.desk.publish.PublishWorkflow;
import dev.slipway.desk.publish.Workbench;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationForm;
import java.io.Closeable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Start a server, publish to it as any desk would, look at the page. */
public final class DemoWorkflow {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final String MAX_PRICE = "100";

    private final Workbench bench;
    private final Path serverJar;
    private final CancelSignal cancel;
    private final DemoListener listener;

    /** @param bench its journals and known servers are the creator's own and stay untouched */
    public DemoWorkflow(Workbench bench, Path serverJar, CancelSignal cancel, DemoListener listener) {
        this.bench = bench;
        this.serverJar = serverJar;
        this.cancel = cancel;
        this.listener = listener;
    }

    /** A demo that is up; closing it ends its server. */
    public static final class Running implements Closeable {
        private final ServerProcess server;
        private final Published published;
        private final ServerProcess.Ready addresses;

        Running(ServerProcess server, Published published, ServerProcess.Ready addresses) {
            this.server = server;
            this.published = published;
            this.addresses = addresses;
        }

        public Published published() {
            return published;
        }

        public String serverUrl() {
            return addresses.serverUrl();
        }

        public @Nullable String chainRpcUrl() {
            return addresses.chainRpcUrl();
        }

        /** Blocks until the cancel signal; throws when the server ends before. */
        public void stay(CancelSignal cancel) {
            while (!cancel.isCancelled()) {
                if (!server.isAlive()) {
                    throw new DeskException(ProblemCode.SERVER_UNREACHABLE, "The demo's server ended by itself.");
                }
                cancel.pause(HEARTBEAT);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    public Running start(DemoRequest request) {
        requireServerJar();
        requireSource(request.source());
        DemoFolder folder = DemoFolder.open(request.folder());
        int port = request.port() == null ? folder.port() : request.port();
        Instant began = dock().clock().instant();
        ServerProcess server = ServerProcess.start(serverJar, folder.server(), port, folder.serverLog(), cancel);
        try {
            ServerProcess.Ready ready = server.awaitReady();
            folder.rememberPort(URI.create(ready.serverUrl()).getPort());
            report("Start the server", began, ready.serverUrl() + ", data in " + folder.server());
            Running running = new Running(server, publish(request, folder, ready), ready);
            visit(running.published());
            return running;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private Published publish(DemoRequest request, DemoFolder folder, ServerProcess.Ready ready) {
        Path source = request.source() == null ? sample(folder) : request.source();
        Instant began = dock().clock().instant();
        Signer wallet = DemoWallet.open(folder.desk());
        report("Open the wallet", began, ChecksumAddress.of(wallet.address()) + ", an account with play money");
        Path publications = folder.desk().resolve("publish");
        Dock dock = new Dock(
                dock().http(),
                new Journals(folder.desk().resolve("desk.db"), dock().clock()),
                publications,
                new KnownServers(folder.desk().resolve("known_servers.json")),
                new AvatarStore(folder.desk().resolve("avatars")),
                dock().clock(),
                dock().random());
        LaunchRequest launch = new LaunchRequest(
                ServerOrigin.parse(ready.serverUrl()),
                new PublicationForm(title(source), "Published by slipway demo.", List.of("demo")),
                null,
                PriceLimit.parse(MAX_PRICE),
                ready.chainRpcUrl() == null ? null : URI.create(ready.chainRpcUrl()));
        return new PublishWorkflow(new Workbench(bench.engine(), publications, dock), wallet, cancel, listener)
                .publish(new PublishRequest(source, request.options(), launch));
    }

    private Path sample(DemoFolder folder) {
        Instant began = dock().clock().instant();
        boolean kept = Files.exists(folder.sample());
        if (!kept) {
            bench.engine().sample(folder.sample(), cancel);
        }
        report(
                "Make a clip",
                began,
                (kept ? "kept from before: " : "10 s from FFmpeg's own test sources: ") + folder.sample());
        return folder.sample();
    }

    private void visit(Published published) {
        Instant began = dock().clock().instant();
        PageVisit.Seen seen = new PageVisit(dock().http()).visit(published.watchUrl(), published.playlistUrl());
        report(
                "Visit the page",
                began,
                "page fetched, playlist with " + seen.renditions() + " renditions read, first segment "
                        + Quantities.bytes(seen.segmentBytes()));
    }

    private Dock dock() {
        return bench.dock();
    }

    private void report(String step, Instant began, String words) {
        listener.finished(
                step, Duration.between(began, dock().clock().instant()).toNanos() / 1e9, words);
    }

    private void requireServerJar() {
        if (!Files.isReadable(serverJar)) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The server is not built: there is no " + serverJar + ". Start the demo with ./slipway demo.");
        }
    }

    /** Before a server is started for nothing. */
    private void requireSource(@Nullable Path source) {
        if (source != null) {
            bench.engine().probe(source, Damage.REFUSED, ProgressListener.silent(), cancel);
        }
    }

    /** The file's name in words, as far as a title may have them. */
    private static String title(Path source) {
        String name = String.valueOf(source.getFileName());
        int dot = name.lastIndexOf('.');
        String words = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[\\p{C}_]+", " ")
                .strip();
        String title = words.isEmpty() ? "Demo" : words;
        return title.length() <= FormRules.MAX_TITLE ? title : title.substring(0, FormRules.MAX_TITLE);
    }
}
