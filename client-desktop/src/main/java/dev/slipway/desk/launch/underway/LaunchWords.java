package dev.slipway.desk.launch.underway;

import dev.slipway.desk.control.CopiedFields;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.language.Amounts;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.StringBinding;

/** What the pages say of one launch, in the chosen language. */
public final class LaunchWords {
    private final Texts texts;
    private final LaunchModel model;

    LaunchWords(Texts texts, LaunchModel model) {
        this.texts = texts;
        this.model = model;
    }

    /** A line of the bill: what it is, and the value in full. */
    record Row(String name, String value) {}

    /** Where it stands in a line; empty while nothing was begun. */
    public StringBinding summary() {
        return texts.following(this::summaryNow, model.state());
    }

    /** The step under way, and for an upload how far, how quickly and how long yet. */
    StringBinding progress() {
        return texts.following(
                () -> model.state().get() instanceof LaunchState.Working working ? working(working) : "",
                model.state());
    }

    /** What is to be done in the browser. */
    StringBinding browser() {
        return texts.following(
                () -> model.state().get() instanceof LaunchState.InBrowser browser
                        ? texts.get("pay.browser." + browser.stage().name().toLowerCase(Locale.ROOT))
                        : "",
                model.state());
    }

    /** What the step says of itself in its own terms. */
    StringBinding exact() {
        return texts.following(
                () -> model.state().get() instanceof LaunchState.Working working ? working.words() : "", model.state());
    }

    /** What was paid: a sum of money and where. */
    public String paid(Receipt receipt) {
        Terms terms = receipt.terms();
        return texts.get(
                "pay.paid.words",
                Money.of(terms).text(new BigInteger(terms.price())),
                ChecksumAddress.of(terms.recipient()),
                String.valueOf(terms.chainId()));
    }

    /** What came beyond the price, and whom to ask for it. */
    Optional<String> surplus(Receipt receipt) {
        return receipt.surplus().signum() == 0
                ? Optional.empty()
                : Optional.of(texts.get(
                        "pay.paid.surplus",
                        Money.of(receipt.terms()).text(receipt.surplus()),
                        ChecksumAddress.of(receipt.refundTo())));
    }

    public String transaction(Receipt receipt) {
        return receipt.transaction() == null
                ? texts.get("pay.paid.by-another", receipt.reference().hex())
                : texts.get("pay.paid.transaction", receipt.transaction().hex());
    }

    /** Everything that is signed and paid, in full. */
    List<Row> bill(Question question) {
        Terms terms = question.terms();
        List<Row> rows = new ArrayList<>();
        add(rows, "recipient", ChecksumAddress.of(terms.recipient()));
        add(rows, "amount", Money.of(terms).text(question.amount()));
        if (terms.token() != null) {
            add(rows, "token", ChecksumAddress.of(terms.token().address()));
            add(rows, "router", ChecksumAddress.of(Objects.requireNonNull(terms.router())));
        }
        if (terms.kept().signum() > 0) {
            add(rows, "kept", texts.get("pay.bill.kept.value", Money.of(terms).text(terms.kept())));
        }
        question.highestFee().ifPresent(fee -> add(rows, "fee", texts.get("pay.bill.at-most", Wei.inEther(fee))));
        add(rows, "chain", String.valueOf(terms.chainId()));
        add(rows, "hosting", texts.plural("pay.bill.days", terms.hostingDays()));
        add(rows, "refund", ChecksumAddress.of(question.message().refundTo()));
        add(rows, "reference", question.reference().hex());
        return rows;
    }

    /** What any wallet needs to know to make the payment, each value as it is to be typed or pasted. */
    List<CopiedFields.Field> request(PaymentRequest request) {
        Terms terms = request.terms();
        PaymentToken token = terms.token();
        if (token != null) {
            return List.of(
                    new CopiedFields.Field(
                            "amount",
                            texts.get("pay.elsewhere.amount.token", token.symbol()),
                            Money.of(terms).alone(request.amount())),
                    field("token", "pay.bill.token", ChecksumAddress.of(token.address())),
                    field("chain", "pay.bill.chain", String.valueOf(terms.chainId())));
        }
        List<CopiedFields.Field> fields = new ArrayList<>(List.of(
                field("recipient", "pay.bill.recipient", ChecksumAddress.of(terms.recipient())),
                field("amount", "pay.elsewhere.amount", Wei.etherAlone(request.amount())),
                field("chain", "pay.bill.chain", String.valueOf(terms.chainId())),
                field("data", "pay.elsewhere.data", request.reference().hex())));
        request.link().ifPresent(link -> fields.add(field("link", "pay.elsewhere.link", link)));
        return fields;
    }

    /**
     * One of the calls that pay in a token.
     *
     * @param id tells it from the other
     */
    List<CopiedFields.Field> call(String id, PaymentRequest.Call call) {
        return List.of(
                field(id + "-to", "pay.elsewhere.to", ChecksumAddress.of(call.to())),
                field(id + "-data", "pay.elsewhere.data", call.data()),
                field(id + "-link", "pay.elsewhere.link", call.link()));
    }

    /** When its offer ends. */
    String until(PaymentRequest request) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.language().get().locale())
                .withZone(model.zone())
                .format(request.terms().expiresAt());
    }

    private CopiedFields.Field field(String id, String key, String value) {
        return new CopiedFields.Field(id, texts.get(key), value);
    }

    /** The members of the message that is signed (EIP-712 type Publish), by the names that a wallet shows. */
    List<Row> message(Question question) {
        var message = question.message();
        return List.of(
                new Row("audience", message.audience()),
                new Row("publicationId", message.publicationId().toString()),
                new Row("nonce", message.nonce().hex()),
                new Row("author", ChecksumAddress.of(message.author())),
                new Row("manifestHash", message.manifestHash().hex()),
                new Row("formHash", message.formHash().hex()),
                new Row("termsHash", message.termsHash().hex()),
                new Row("refundTo", ChecksumAddress.of(message.refundTo())),
                new Row("salt", message.salt().hex()),
                new Row("deadline", String.valueOf(message.deadline())));
    }

    private void add(List<Row> rows, String name, String value) {
        rows.add(new Row(texts.get("pay.bill." + name), value));
    }

    private String summaryNow() {
        return switch (model.state().get()) {
            case LaunchState.Nothing nothing -> "";
            case LaunchState.Working working -> working(working);
            case LaunchState.Asking asking -> texts.get("pay.asking");
            case LaunchState.InBrowser browser -> texts.get("pay.browser.asking");
            case LaunchState.Elsewhere elsewhere -> texts.get("pay.elsewhere.waiting");
            case LaunchState.Paid paid -> texts.get("pay.paid");
            case LaunchState.Stopped stopped ->
                texts.get(stopped.problem() == null ? "launch.stopped" : "launch.failed");
            case LaunchState.OnPage page -> texts.get("launch.published");
        };
    }

    private String working(LaunchState.Working working) {
        String step = texts.get("launch.step." + working.step().name().toLowerCase(Locale.ROOT));
        return working.step() == Step.UPLOAD ? step + " · " + uploaded(working.fraction()) : step;
    }

    private String uploaded(double fraction) {
        Amounts amounts = texts.amounts();
        long total = model.files().map(Finished::outputBytes).orElse(0L);
        List<String> parts = new ArrayList<>(List.of(amounts.percent(fraction)));
        pace().ifPresent(speed -> {
            parts.add(texts.get("launch.speed", amounts.bytes(Math.round(speed))));
            parts.add(texts.get("prepare.left", amounts.duration((1 - fraction) * total / speed)));
        });
        return String.join(" · ", parts);
    }

    private Optional<Double> pace() {
        return Optional.of(model.pace()).filter(speed -> speed > 0);
    }
}
