package dev.slipway.desk.launch.underway;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Saving;
import dev.slipway.desk.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Where publications go and what they may cost, as it is typed; kept for the next one. */
public final class LaunchSettings {
    private static final String USUAL_MOST = "0.1";
    private static final String PAY_WITH = "launch.payWith";

    private final StringProperty server = new SimpleStringProperty(this, "server");
    private final StringProperty node;
    private final StringProperty most = new SimpleStringProperty(this, "most");
    private final ObjectProperty<PayWith> payWith = new SimpleObjectProperty<>(this, "payWith");

    /**
     * @param kept what the settings said at the start
     * @param node the address of a node of the chain, blank for the server's own
     */
    public LaunchSettings(Map<String, String> kept, Settings settings, StringProperty node, Background background) {
        this.node = node;
        for (StringProperty each : List.of(server, most)) {
            String name = "launch." + each.getName();
            each.set(Objects.requireNonNullElse(kept.get(name), each.equals(most) ? USUAL_MOST : ""));
            Saving<String> writing = new Saving<>(background, value -> settings.put(name, value));
            each.addListener((observable, before, now) -> writing.offer(now));
        }
        payWith.set(payWith(kept.get(PAY_WITH)));
        Saving<PayWith> writing = new Saving<>(background, value -> settings.put(PAY_WITH, value.name()));
        payWith.addListener((observable, before, now) -> writing.offer(now));
    }

    private static PayWith payWith(@Nullable String kept) {
        return Arrays.stream(PayWith.values())
                .filter(each -> each.name().equals(kept))
                .findFirst()
                .orElse(PayWith.DESK);
    }

    /** Its address, such as https://video.example. */
    public StringProperty server() {
        return server;
    }

    /** The address of a node of the chain; empty where the server tells its own. */
    public StringProperty node() {
        return node;
    }

    /** What a server may ask at most: ETH, or an amount of a token and its contract, as {@code PriceLimit} reads it. */
    public StringProperty most() {
        return most;
    }

    /** For what is not begun yet. */
    public ObjectProperty<PayWith> payWith() {
        return payWith;
    }
}
