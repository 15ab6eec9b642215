package dev.slipway.desk.bench.server;

import dev.slipway.desk.bench.process.TreeTime;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.demo.DemoWallet;
import dev.slipway.desk.demo.ServerProcess;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.Contact;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.Launch;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.LaunchWorkflow;
import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.model.publication.PublicationForm;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server with its database and its chain in processes of their own, and a desk that publishes to it. */
final class MeasuredServer implements Closeable {
    private static final String MAX_PRICE = "100";

    private final ServerProcess server;
    private final ServerProcess.Ready ready;
    private final Dock dock;
    private final Path desk;
    private final CancelSignal cancel;
    private final TreeTime time;
    private int published;

    private MeasuredServer(
            ServerProcess server,
            ServerProcess.Ready ready,
            ProcessHandle database,
            Dock dock,
            Path desk,
            CancelSignal cancel) {
        this.server = server;
        this.ready = ready;
        this.dock = dock;
        this.desk = desk;
        this.cancel = cancel;
        this.time = TreeTime.of(List.of(server.handle(), database));
    }

    /** @param shared nothing of it is written to */
    static MeasuredServer start(Path jar, Path folder, Dock shared, CancelSignal cancel) {
        Path desk = folder.resolve("desk");
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(desk);
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerProcess server = ServerProcess.start(jar, data, 0, folder.resolve("server.log"), cancel);
        try {
            Dock dock = new Dock(
                    shared.http(),
                    new Journals(desk.resolve("desk.db"), shared.clock()),
                    desk.resolve("publish"),
                    new KnownServers(desk.resolve("known_servers.json")),
                    new AvatarStore(desk.resolve("avatars")),
                    shared.clock(),
                    shared.random());
            ServerProcess.Ready ready = server.awaitReady();
            return new MeasuredServer(server, ready, database(data), dock, desk, cancel);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** PostgreSQL leaves its parent and says in its folder which process it is. */
    private static ProcessHandle database(Path data) {
        Path file = data.resolve("postgres").resolve("postmaster.pid");
        try {
            long process = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(process).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Agrees, pays, uploads and waits for the page.
     *
     * @return seconds of processor time that the server's processes took in that while
     */
    double publish(Path files) {
        PreparedFolder prepared = PreparedFolder.read(files);
        String name = "bench-" + ++published;
        @Nullable String chain = ready.chainRpcUrl();
        LaunchRequest request = new LaunchRequest(
                ServerOrigin.parse(ready.serverUrl()),
                new PublicationForm("Bench " + published, null, null),
                null,
                PriceLimit.parse(MAX_PRICE),
                chain == null ? null : URI.create(chain));
        LaunchWorkflow launches = new LaunchWorkflow(dock, cancel, new Steps(LaunchListener.silent(), dock.clock()));
        Author author = Author.withKey(DemoWallet.open(desk), Consent.GIVEN);
        double before = time.seconds();
        Contact contact = launches.meet(request);
        try (Journal journal = dock.journals().open(name, desk.resolve(name), request.form())) {
            Launch launch = launches.launch(request, contact, journal);
            launch.take(new JournalEntry.PreparedFacts(
                    prepared.manifest().toBase64(), 0, null, prepared.totalBytes(), prepared.totalBytes()));
            launch.pay(prepared, author);
            launch.finish(prepared);
        }
        return time.seconds() - before;
    }

    @Override
    public void close() {
        time.close();
        server.close();
    }
}
