package dev.slipway.desk.cli;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.store.Rows;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How publications stand: all that this desk began, or one. */
@Command(
        name = "status",
        description = "Shows the publications begun on this desk, or how one of them, or of anyone's, stands.",
        footer = {
            "",
            "Examples:",
            "  slipway status",
            "  slipway status 01234567-89ab-4def-8123-456789abcdef",
            "  slipway status https://video.example/watch/01234567-89ab-4def-8123-456789abcdef --json"
        })
final class StatusCommand implements Runnable {
    private static final Pattern LINK = Pattern.compile("(https?://[^/]+)/(?:.*/)?([0-9a-f-]{36})(?:[/?#].*)?");

    @Parameters(
            arity = "0..1",
            paramLabel = "PUBLICATION",
            description = "An id of a publication begun here, or the address of anyone's page.")
    private @Nullable String publication;

    private final Desk desk;
    private final Console console;

    StatusCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        Rows<Begun> rows = desk.journals().rows();
        rows.unreadable()
                .forEach(key -> console.say("The journal of the publication " + key + " in "
                        + desk.home().database()
                        + " cannot be read. It may hold a payment: keep the file, and ask for help."));
        List<Begun> begun = rows.readable();
        if (publication == null) {
            list(begun);
            return;
        }
        show(ask(publication, begun));
    }

    private void list(List<Begun> begun) {
        begun.forEach(one -> {
            console.json(one.publicView());
            console.result(one.words());
        });
        if (begun.isEmpty()) {
            console.say("Nothing was published from this desk yet.");
        }
    }

    private PublicationStatus ask(String wanted, List<Begun> begun) {
        Matcher link = LINK.matcher(wanted);
        PublicationId id = id(link.matches() ? link.group(2) : wanted);
        Optional<Begun> ours = begun.stream().filter(one -> id.equals(one.id())).findFirst();
        String server = link.matches()
                ? link.group(1)
                : ours.map(Begun::server)
                        .orElseThrow(() -> new DeskException(
                                ProblemCode.USAGE,
                                "The publication " + id + " was not begun on this desk: give the address of its"
                                        + " page instead."));
        ServerApi api = new ServerApi(desk.http(), ServerOrigin.parse(server), desk.cancel());
        return api.status(
                id,
                ours.filter(one -> server.equals(one.server()))
                        .map(Begun::grant)
                        .orElse(null));
    }

    private void show(PublicationStatus status) {
        console.json(status);
        console.result(status.form().title() + ": " + status.content().text());
        if (status.payment() != null) {
            console.result("payment: " + status.payment().state().text() + " "
                    + status.payment().confirmations() + "/" + status.payment().confirmationsNeeded());
        }
        if (status.problem() != null) {
            console.result("problem: " + status.problem().message());
        }
        if (status.watchUrl() != null) {
            console.result(status.watchUrl());
        }
    }

    private static PublicationId id(String text) {
        try {
            return PublicationId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "\"" + text + "\" is neither a publication's id nor the address of its page.",
                    e);
        }
    }
}
