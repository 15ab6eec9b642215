package dev.slipway.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.server.configuration.AddressRange;
import dev.slipway.server.configuration.ProxySettings;
import dev.slipway.server.configuration.ProxySettings.Header;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {
    private static final String PROXY = "10.0.0.1";

    @Test
    void withoutTrustedProxiesNoHeaderIsRead() {
        assertThat(client(settings(Header.X_FORWARDED_FOR), "203.0.113.9", "X-Forwarded-For", "198.51.100.1"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void aStrangerCannotSaySomebodyElseAsked() {
        ProxySettings settings = settings(Header.X_FORWARDED_FOR, "10.0.0.0/8");
        assertThat(client(settings, "203.0.113.9", "X-Forwarded-For", "198.51.100.1"))
                .isEqualTo("203.0.113.9");
    }

    /** What the client wrote itself stands before what the proxies appended. */
    @ParameterizedTest
    @CsvSource({
        "'203.0.113.9', 203.0.113.9",
        "'198.51.100.1, 203.0.113.9', 203.0.113.9",
        "'198.51.100.1, 203.0.113.9, 10.0.0.7', 203.0.113.9",
        "'198.51.100.1,,203.0.113.9:5012', 203.0.113.9",
        "'[2001:db8::7]:443', 2001:db8:0:0:0:0:0:7",
        "'2001:db8::7', 2001:db8:0:0:0:0:0:7",
        "'::ffff:203.0.113.9', 203.0.113.9",
        "'10.0.0.8, 10.0.0.7', 10.0.0.8"
    })
    void aTrustedProxyIsBelievedAsFarAsTheFirstStranger(String header, String client) {
        ProxySettings settings = settings(Header.X_FORWARDED_FOR, "10.0.0.0/8");
        assertThat(client(settings, PROXY, "X-Forwarded-For", header)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "example.org", "", "203.0.113.999", "-", "203.0.113.9, unknown"})
    void whatIsNoAddressCountsAsTheProxyThatWroteIt(String header) {
        ProxySettings settings = settings(Header.X_FORWARDED_FOR, "10.0.0.0/8");
        assertThat(client(settings, PROXY, "X-Forwarded-For", header)).isEqualTo(PROXY);
    }

    @Test
    void severalLinesAreOneList() {
        MockHttpServletRequest request = request(PROXY);
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        request.addHeader("X-Forwarded-For", "203.0.113.9");
        assertThat(new ClientAddresses(settings(Header.X_FORWARDED_FOR, PROXY))
                        .of(request)
                        .getHostAddress())
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "'for=203.0.113.9', 203.0.113.9",
        "'for=198.51.100.1;proto=https, for=203.0.113.9;by=10.0.0.1', 203.0.113.9",
        "'proto=https;For=\"[2001:db8::7]:4711\"', 2001:db8:0:0:0:0:0:7",
        "'for=\"203.0.113.9:80\"', 203.0.113.9",
        "'for=_hidden', 10.0.0.1",
        "'by=203.0.113.9', 10.0.0.1"
    })
    void theStandardsHeaderIsReadWhereItIsTheOneThatCounts(String header, String client) {
        assertThat(client(settings(Header.FORWARDED, PROXY), PROXY, "Forwarded", header))
                .isEqualTo(client);
    }

    /** A proxy that writes one of them may let the other through as the client sent it. */
    @Test
    void theOtherHeaderIsNeverRead() {
        assertThat(client(settings(Header.FORWARDED, PROXY), PROXY, "X-Forwarded-For", "203.0.113.9"))
                .isEqualTo(PROXY);
        assertThat(client(settings(Header.X_FORWARDED_FOR, PROXY), PROXY, "Forwarded", "for=203.0.113.9"))
                .isEqualTo(PROXY);
    }

    @Test
    void anEndlessHeaderCostsLittle() {
        String header = "203.0.113.9" + ", 10.0.0.7".repeat(5_000);
        assertThat(client(settings(Header.X_FORWARDED_FOR, "10.0.0.0/8"), PROXY, "X-Forwarded-For", header))
                .isEqualTo("10.0.0.7");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:3:3:4:5:6, 2001:db8:1:3:0:0:0:0"
    })
    void anIpv6ClientCountsWithItsNetwork(String address, String network) {
        assertThat(ClientAddresses.network(InetAddress.ofLiteral(address)).getHostAddress())
                .isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.0.0.0/9, 10.128.0.1, false",
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void aNetworkHasTheAddressesThatBeginAsItDoes(String range, String address, boolean contained) {
        assertThat(AddressRange.of(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "::/129"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(text));
    }

    private static ProxySettings settings(Header header, String... proxies) {
        return new ProxySettings(Arrays.stream(proxies).map(AddressRange::of).collect(Collectors.toSet()), header);
    }

    private static String client(ProxySettings settings, String remote, String name, String value) {
        MockHttpServletRequest request = request(remote);
        request.addHeader(name, value);
        return new ClientAddresses(settings).of(request).getHostAddress();
    }

    private static MockHttpServletRequest request(String remote) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        return request;
    }
}
