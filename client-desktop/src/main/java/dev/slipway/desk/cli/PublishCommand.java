package dev.slipway.desk.cli;

import dev.slipway.desk.cli.argument.Arguments;
import dev.slipway.desk.cli.prepare.EncodingOptions;
import dev.slipway.desk.cli.prepare.ProgressLines;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.publish.PublishRequest;
import dev.slipway.desk.publish.PublishWorkflow;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.system.StayAwake;
import dev.slipway.desk.wallet.Wallets;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole way from a file to a page. */
@Command(
        name = "publish",
        description =
                "Prepares, signs, pays, uploads and publishes a video. Stopped at any point, the same command goes"
                        + " on; it pays once.",
        footer = {
            "",
            "Examples:",
            "  slipway publish holiday.mp4 --server https://video.example --wallet wallet.json \\",
            "      --password-file password.txt --title \"Our holiday\" --hashtag sea --max-price 0.01",
            "  slipway publish holiday.mp4 --server https://video.example --wallet wallet.json \\",
            "      --password-file password.txt --title \"Our holiday\" --name Maria --avatar me.jpg",
            "  slipway publish holiday.mp4 --server https://video.example --wallet wallet.json \\",
            "      --password-file password.txt --title \"Our holiday\" --pay-elsewhere",
            "  slipway publish rehearsal.mp4 --server https://video.example --wallet wallet.json \\",
            "      --password-file password.txt --title \"Rehearsal\" --access unlisted"
        })
final class PublishCommand implements Runnable {
    @Mixin
    private final EncodingOptions encoding = new EncodingOptions();

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    @Parameters(paramLabel = "FILE", description = "The video.")
    private @Nullable Path file;

    @Option(names = "--server", required = true, paramLabel = "URL", description = "Such as https://video.example.")
    private @Nullable String server;

    @Option(
            names = "--wallet",
            required = true,
            paramLabel = "FILE",
            description = "The author's wallet, who pays too unless --pay-elsewhere is given.")
    private @Nullable Path wallet;

    @Option(names = "--password-file", required = true, paramLabel = "FILE", description = "The wallet's password.")
    private @Nullable Path passwordFile;

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "1 to 120 characters.")
    private @Nullable String title;

    @Option(names = "--description", defaultValue = "", paramLabel = "TEXT", description = "At most 5,000 characters.")
    private String description = "";

    @Option(names = "--hashtag", paramLabel = "TAG", description = "Without #; may be repeated.")
    private @Nullable List<String> hashtags;

    @Option(
            names = "--access",
            defaultValue = "public",
            paramLabel = "LEVEL",
            description =
                    "Who can watch: public (everyone), unlisted (everyone who has the link; it is in no list), subscriber"
                            + " or sponsor (where the server has them; default ${DEFAULT-VALUE}).")
    private String access = "";

    @Option(names = "--refund-to", paramLabel = "ADDRESS", description = "Where refunds go (default: the author).")
    private @Nullable String refundTo;

    @Option(
            names = "--max-price",
            defaultValue = "0.1",
            paramLabel = "AMOUNT[@TOKEN]",
            description =
                    "What the server may ask at most: ETH, or an amount of a token and its contract, such as 25@0x… (default"
                            + " ${DEFAULT-VALUE}).")
    private String maxPrice = "";

    @Option(
            names = "--chain-rpc",
            paramLabel = "URL",
            description = "A node of the chain; a development server tells its own.")
    private @Nullable URI chainRpc;

    @Option(
            names = "--pay-anew",
            description =
                    "Pay again where the payment failed in its block, where another transaction of the wallet took its"
                            + " place, as when a wallet replaced it, or where nobody has made what --pay-elsewhere"
                            + " showed. Only if you are sure that it never went through.")
    private boolean payAnew;

    @Option(
            names = "--pay-elsewhere",
            description =
                    "Show the payment, for any wallet to make, and wait for it. The author's wallet signs and needs no"
                            + " money.")
    private boolean payElsewhere;

    @Option(
            names = "--not-paid",
            description =
                    "Nobody has paid what --pay-elsewhere showed, and nobody will: lets go of it, so that words and wallet"
                            + " may be other ones. Refused where the server has seen a payment.")
    private boolean notPaid;

    private final Desk desk;
    private final Console console;

    PublishCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        PublishRequest request = request();
        LocalSigner signer = Wallets.open(
                Objects.requireNonNull(wallet), Wallets.readPassword(Objects.requireNonNull(passwordFile)));
        PublishWorkflow workflow = new PublishWorkflow(
                desk.workbench(),
                signer.address(),
                payElsewhere
                        ? Author.payingElsewhere(signer, Consent.GIVEN, new PaymentLines(console))
                        : Author.withKey(signer, Consent.GIVEN),
                desk.cancel(),
                new ProgressLines(console, desk.clock()));
        Published published;
        try (StayAwake _ = desk.awake()) {
            published = workflow.publish(request);
        }
        console.event("published", members(published));
        console.result(published.watchUrl());
    }

    private PublishRequest request() {
        AccessLevel level = Arguments.accessLevel(access);
        LaunchRequest launch = new LaunchRequest(
                ServerOrigin.parse(Objects.requireNonNull(server)),
                new PublicationForm(Objects.requireNonNull(title), description, hashtags, author.profile(desk))
                        .with(level),
                refundTo == null ? null : Arguments.address(refundTo),
                Arguments.priceLimit(maxPrice),
                chainRpc == null ? null : Arguments.httpAddress(chainRpc),
                replaced());
        return new PublishRequest(Objects.requireNonNull(file), encoding.options(), launch);
    }

    private LaunchRequest.Replaced replaced() {
        if (payAnew && notPaid) {
            throw new DeskException(
                    ProblemCode.USAGE, "--pay-anew and --not-paid are two answers to one question. Give one of them.");
        }
        if (notPaid) {
            return LaunchRequest.Replaced.NOT_PAID;
        }
        return payAnew ? LaunchRequest.Replaced.PAID_ANEW : LaunchRequest.Replaced.REFUSED;
    }

    static Map<String, Object> members(Published published) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("publicationId", published.publicationId().toString());
        members.put("watchUrl", published.watchUrl());
        members.put("playlistUrl", published.playlistUrl());
        members.put(
                "transactionHash",
                published.transactionHash() == null
                        ? null
                        : published.transactionHash().hex());
        members.put("reference", published.reference().hex());
        return members;
    }
}
