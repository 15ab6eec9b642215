package dev.slipway.desk.house;

import dev.slipway.desk.language.Texts;
import dev.slipway.model.terms.PriceList;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What is known of the server, in words. */
public final class HouseWords {
    private HouseWords() {}

    /**
     * What publishing costs there now, or how that comes to be known.
     *
     * @param duration of the film as it is to be published, in microseconds
     * @param bytes of its files, forecast or counted; null where nobody knows
     */
    public static ObservableValue<String> price(
            HouseModel house, ObservableValue<Long> duration, ObservableValue<@Nullable Long> bytes, Texts texts) {
        return texts.following(
                () -> price(house.prices().get(), house.server(), duration.getValue(), bytes.getValue(), texts),
                house.prices(),
                duration,
                bytes);
    }

    private static String price(
            @Nullable Prices prices, String server, long duration, @Nullable Long bytes, Texts texts) {
        if (prices == null) {
            return texts.get("house.price.unknown");
        }
        PriceList list = prices.list();
        if (!list.dependsOnTheFilm()) {
            return texts.get("house.price", prices.money().text(list.least()), server);
        }
        return bytes == null
                ? texts.get("house.price.least", prices.money().text(list.price(duration, 0)), server)
                : texts.get("house.price.about", prices.money().text(list.price(duration, bytes)), server);
    }
}
