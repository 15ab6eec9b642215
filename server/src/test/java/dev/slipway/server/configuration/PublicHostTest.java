package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "foo.localhost",
                "127.0.0.1",
                "127.3.2.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[::ffff:10.0.0.1]",
                "[fe80::1]",
                "[fe80::1%25nowhere]",
                "[fd00::1]"
            })
    void nobodyElseReachesThese(String host) {
        assertThat(PublicHost.isPublic(host(host))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video.example",
                "localhost.example",
                "mylocalhost",
                "93.184.215.14",
                "172.32.0.1",
                "[2606:4700::1]"
            })
    void othersMay(String host) {
        assertThat(PublicHost.isPublic(host(host))).isTrue();
    }

    private static String host(String host) {
        return URI.create("https://" + host + ":8443").getHost();
    }
}
