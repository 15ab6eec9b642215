package dev.slipway.desk.publish;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import okhttp3.OkHttpClient;

/** The publish command of one author for one film, as often as it is given; each time only the folder is left of before. */
final class DeskCommand {
    private final LocalSigner author = LocalSigner.random(new SecureRandom());
    private final TinyEngine engine = new TinyEngine();
    private final Path folder;
    private final SmallServer server;
    private final InstantSource clock;
    private final Path source;

    DeskCommand(Path folder, SmallServer server, InstantSource clock) throws IOException {
        this.folder = folder;
        this.server = server;
        this.clock = clock;
        this.source = Files.writeString(folder.resolve("film.mp4"), "a film");
    }

    LocalSigner author() {
        return author;
    }

    List<Begun> journals() {
        return new Journals(folder.resolve("desk.db"), clock).all();
    }

    /** With the author's own wallet. */
    void publish(String title, LaunchRequest.Replaced replaced) {
        publish(title, replaced, Author.withKey(author, Consent.GIVEN), new CancelSignal(), LaunchListener.silent());
    }

    void publish(
            String title,
            LaunchRequest.Replaced replaced,
            Author paying,
            CancelSignal cancel,
            LaunchListener listener) {
        Dock dock = new Dock(
                new OkHttpClient(),
                new Journals(folder.resolve("desk.db"), clock),
                folder.resolve("publish"),
                new KnownServers(folder.resolve("known_servers.json")),
                new AvatarStore(folder.resolve("avatars")),
                clock,
                new SecureRandom());
        LaunchRequest launch = new LaunchRequest(
                ServerOrigin.parse(server.url()),
                new PublicationForm(title, "", List.of()),
                null,
                PriceLimit.ofWei(BigInteger.TEN.pow(18)),
                null,
                replaced);
        new PublishWorkflow(
                        new Workbench(engine, folder.resolve("publish"), dock),
                        author.address(),
                        paying,
                        cancel,
                        listener)
                .publish(new PublishRequest(source, PrepareOptions.DEFAULT, launch));
    }
}
