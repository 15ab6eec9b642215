package dev.slipway.desk.wallet.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.testing.SmallServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ChosenNodeTest {
    private final OkHttpClient http = new OkHttpClient();
    private final SimpleStringProperty named = new SimpleStringProperty("");

    @Test
    void whereNoneIsNamedItIsTheServersOwn() throws IOException {
        try (SmallServer server = SmallServer.start(InstantSource.system())) {
            ChosenNode node = new ChosenNode(http, named, () -> Optional.of(ServerOrigin.parse(server.url())));
            assertThat(node.find()).contains(URI.create(server.url() + "/rpc"));
            named.set(" http://127.0.0.1:8545 ");
            assertThat(node.find()).contains(URI.create("http://127.0.0.1:8545/"));
        }
    }

    @Test
    void noServerElsewhereChoosesWhereWeConnectTo() {
        // Nobody answers there: it is not even asked.
        ChosenNode node =
                new ChosenNode(http, named, () -> Optional.of(ServerOrigin.parse("https://video.example.invalid")));
        assertThat(node.find()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        named.set("file:///etc/passwd");
        ChosenNode node = new ChosenNode(http, named, Optional::empty);
        assertThatThrownBy(node::find).isInstanceOf(DeskException.class).hasMessageContaining("no address");
    }
}
