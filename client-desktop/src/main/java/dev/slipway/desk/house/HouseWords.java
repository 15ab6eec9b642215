package dev.slipway.desk.house;

import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.language.Texts;
import java.math.BigInteger;
import javafx.beans.value.ObservableValue;

/** What is known of the server, in words. */
public final class HouseWords {
    private HouseWords() {}

    /** What publishing costs there now, or how that comes to be known. */
    public static ObservableValue<String> price(HouseModel house, Texts texts) {
        return texts.following(
                () -> {
                    BigInteger price = house.price().get();
                    return price == null
                            ? texts.get("house.price.unknown")
                            : texts.get("house.price", Wei.inEther(price), house.server());
                },
                house.price());
    }
}
