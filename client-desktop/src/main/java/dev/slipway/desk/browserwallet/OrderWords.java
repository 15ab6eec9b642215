package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is signed and paid, in full and in the desk's language. */
final class OrderWords {
    private final Texts texts;
    private final WalletNetwork network;
    private final ZoneId zone;

    OrderWords(Texts texts, WalletNetwork network, ZoneId zone) {
        this.texts = texts;
        this.network = network;
        this.zone = zone;
    }

    List<PageView.Fact> of(SigningOrder order) {
        Terms terms = order.terms();
        return List.of(
                fact("title", order.title(), ""),
                fact("server", terms.audience(), "server.meaning"),
                new PageView.Fact(
                        label("price"),
                        Money.of(terms).text(new BigInteger(terms.price())) + contract(terms),
                        priceMeaning(terms)),
                fact("recipient", ChecksumAddress.of(terms.recipient()), ""),
                fact("refund", ChecksumAddress.of(order.message().refundTo()), "refund.meaning"),
                new PageView.Fact(
                        label("hosting"), texts.plural("browser-wallet.fact.hosting.days", terms.hostingDays()), null),
                fact("until", moment(terms.expiresAt()), "until.meaning"),
                chain(terms),
                fact("files", order.message().manifestHash().hex(), "files.meaning"),
                fact("reference", order.reference().hex(), "reference.signing"));
    }

    List<PageView.Fact> of(PaymentOrder order) {
        Terms terms = order.terms();
        if (terms.token() != null) {
            return inToken(order, terms.token());
        }
        return List.of(
                fact("title", order.title(), ""),
                new PageView.Fact(
                        label("amount"),
                        Wei.inEther(order.amount()),
                        texts.get("browser-wallet.fact.amount.meaning", grouped(order.amount()))),
                fact("recipient", ChecksumAddress.of(terms.recipient()), "recipient.meaning"),
                chain(terms),
                fact("data", order.reference().hex(), "data.meaning"),
                fact("until", moment(terms.expiresAt()), "until.payment"));
    }

    /** The amount is the second, as with coin. */
    private List<PageView.Fact> inToken(PaymentOrder order, PaymentToken token) {
        Terms terms = order.terms();
        boolean isAllowance = order.purpose() == PaymentOrder.Purpose.ALLOWANCE;
        return List.of(
                fact("title", order.title(), ""),
                fact("amount", Money.of(terms).text(order.amount()), isAllowance ? "amount.allowance" : "amount.token"),
                fact("token", ChecksumAddress.of(token.address()), "token.meaning"),
                fact(
                        isAllowance ? "spender" : "contract",
                        ChecksumAddress.of(Objects.requireNonNull(terms.router())),
                        isAllowance ? "spender.meaning" : "contract.meaning"),
                fact("recipient", ChecksumAddress.of(terms.recipient()), "recipient.meaning"),
                chain(terms),
                fact("data", order.data(), isAllowance ? "" : "data.token"),
                fact("until", moment(terms.expiresAt()), "until.payment"));
    }

    private String priceMeaning(Terms terms) {
        String meaning = texts.get("browser-wallet.fact.price.meaning");
        return terms.kept().signum() == 0
                ? meaning
                : meaning + " "
                        + texts.get(
                                "browser-wallet.fact.price.kept",
                                Money.of(terms).text(terms.kept()));
    }

    /** In full: everybody can call a token anything. */
    private static String contract(Terms terms) {
        return terms.token() == null
                ? ""
                : " (" + ChecksumAddress.of(terms.token().address()) + ")";
    }

    String strangeSignature(Address author) {
        return texts.get("browser-wallet.problem.signature", ChecksumAddress.of(author));
    }

    String difference(PaymentOrder.Difference difference) {
        return texts.get("browser-wallet.problem.payment." + difference.name().toLowerCase(Locale.ROOT));
    }

    String problem(String key) {
        return texts.get("browser-wallet.problem." + key);
    }

    String tooLittle(Address account, BigInteger balance, PaymentOrder order) {
        return texts.get(
                "browser-wallet.problem.funds",
                ChecksumAddress.of(account),
                Money.of(order.terms()).text(balance),
                Money.of(order.terms()).text(order.amount()));
    }

    private PageView.Fact chain(Terms terms) {
        return new PageView.Fact(
                label("chain"),
                texts.get("browser-wallet.fact.chain.value", network.name(), Long.toString(terms.chainId())),
                null);
    }

    private PageView.Fact fact(String key, String value, String meaning) {
        return new PageView.Fact(
                label(key), value, meaning.isEmpty() ? null : texts.get("browser-wallet.fact." + meaning));
    }

    private String label(String key) {
        return texts.get("browser-wallet.fact." + key);
    }

    private String grouped(BigInteger wei) {
        return String.format(texts.language().get().locale(), "%,d", wei);
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.language().get().locale())
                .withZone(zone)
                .format(instant);
    }
}
