package dev.slipway.desk.library;

import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.launch.underway.LaunchModel;
import dev.slipway.desk.launch.underway.Receipt;
import dev.slipway.desk.prepare.making.MakingKind;
import dev.slipway.desk.prepare.making.SizeWords;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.model.access.AccessLevel;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;

/** What the library says of one publication; empty where there is nothing to say yet. */
final class CardWords {
    private final PublicationModel model;
    private final Texts texts;

    CardWords(PublicationModel model) {
        this.model = model;
        this.texts = model.texts();
    }

    /** Where it stands and, unless that is everyone, who can watch. */
    StringBinding state() {
        return texts.following(
                this::stateNow,
                model.summary(),
                model.prepare().kind(),
                model.launch().kind(),
                model.details().accessLevel());
    }

    /** Before and after, and what that saved. */
    StringBinding sizes() {
        return sizes(SizeWords::brief);
    }

    /** To the byte. */
    StringBinding exactSizes() {
        return sizes(SizeWords::exact);
    }

    /** What was paid for it. */
    StringBinding cost() {
        return paid(this::price);
    }

    /** To the wei, to whom, and by which transaction. */
    StringBinding exactCost() {
        LaunchModel launch = model.launch();
        return paid(
                receipt -> launch.words().paid(receipt) + "\n" + launch.words().transaction(receipt));
    }

    /** All of it, as it is read out. */
    StringBinding spoken() {
        StringBinding state = state();
        StringBinding sizes = sizes(SizeWords::sentence);
        StringBinding cost = paid(receipt -> texts.get("library.cost", price(receipt)));
        return texts.following(
                () -> Stream.of(model.title().getValue(), state.get(), sizes.get(), cost.get())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")),
                model.title(),
                state,
                sizes,
                cost);
    }

    private String stateNow() {
        AccessLevel level = model.details().accessLevel().get();
        boolean onlyPrepared = model.prepare().kind().get() == MakingKind.DONE
                && model.launch().kind().get() == LaunchKind.NOTHING;
        String stands =
                onlyPrepared ? texts.get("library.prepared") : model.summary().getValue();
        return level == AccessLevel.PUBLIC ? stands : stands + " · " + texts.get("library.access." + level.text());
    }

    private StringBinding sizes(Function<SizeWords, String> words) {
        return texts.following(
                () -> model.prepare()
                        .finished()
                        .map(finished -> words.apply(new SizeWords(texts, finished)))
                        .orElse(""),
                model.prepare().kind());
    }

    private StringBinding paid(Function<Receipt, String> words) {
        return texts.following(
                () -> model.launch().receipt().map(words).orElse(""),
                model.launch().kind());
    }

    private String price(Receipt receipt) {
        Money money = Money.of(receipt.terms());
        BigInteger price = new BigInteger(receipt.terms().price());
        String rough = money.roughly(price);
        return rough.equals(money.text(price)) ? rough : texts.get("prepare.about", rough);
    }
}
