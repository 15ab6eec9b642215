package dev.slipway.model.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases that implementations of EIP-4361 are held against, written anew. */
class SiweMessageTest {
    private static final String ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private static final String WHOLE = """
            https://video.example:8443 wants you to sign in with your Ethereum account:
            %s

            Sign in to Slipway. This costs nothing.

            URI: https://video.example:8443/console
            Version: 1
            Chain ID: 31337
            Nonce: 32891757abcd
            Issued At: 2026-09-30T16:25:24Z
            Expiration Time: 2026-09-30T16:35:24.000Z
            Not Before: 2026-09-30T18:25:24+02:00
            Request ID: some-id_1
            Resources:
            - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
            - https://video.example/terms""".formatted(ADDRESS);

    @Test
    void everyMemberIsRead() {
        Instant issued = Instant.parse("2026-09-30T16:25:24Z");

        assertThat(SiweMessage.parse(WHOLE))
                .contains(new SiweMessage(
                        "https",
                        "video.example:8443",
                        ADDRESS,
                        "Sign in to Slipway. This costs nothing.",
                        "https://video.example:8443/console",
                        31337,
                        "32891757abcd",
                        issued,
                        issued.plusSeconds(600),
                        issued,
                        "some-id_1",
                        List.of(
                                "ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/",
                                "https://video.example/terms")));
    }

    @Test
    void mostMembersMayBeAbsent() {
        SiweMessage message = SiweMessage.parse("""
                        127.0.0.1:8080 wants you to sign in with your Ethereum account:
                        %s


                        URI: http://127.0.0.1:8080
                        Version: 1
                        Chain ID: 1
                        Nonce: abcdefgh
                        Issued At: 2026-09-30T16:25:24Z""".formatted(ADDRESS)).orElseThrow();

        assertThat(message.scheme()).isNull();
        assertThat(message.statement()).isNull();
        assertThat(message.expirationTime()).isNull();
        assertThat(message.notBefore()).isNull();
        assertThat(message.requestId()).isNull();
        assertThat(message.resources()).isEmpty();
    }

    @Test
    void anEmptyListOfResourcesAndAnEmptyRequestIdAreFine() {
        assertThat(SiweMessage.parse(WHOLE.substring(0, WHOLE.indexOf("\n- ")))).isPresent();
        assertThat(SiweMessage.parse(WHOLE.replace("some-id_1", ""))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Version: 1|Version: 2",
                "Chain ID: 31337|Chain ID: one",
                "Chain ID: 31337|Chain ID: -1",
                "Chain ID: 31337|Chain ID: 99999999999999999999",
                "Nonce: 32891757abcd|Nonce: short12",
                "Nonce: 32891757abcd|Nonce: 32891757-abcd",
                "Issued At: 2026-09-30T16:25:24Z|Issued At: yesterday",
                "Issued At: 2026-09-30T16:25:24Z|Issued At: 2026-09-30 16:25:24",
                "Issued At: 2026-09-30T16:25:24Z|Issued At: 2026-09-30T16:25:24",
                "Issued At: 2026-09-30T16:25:24Z|Issued At: 2026-13-30T16:25:24Z",
                "URI: https://video.example:8443/console|URI: not a uri",
                "URI: https://video.example:8443/console|URI: /relative",
                "- https://video.example/terms|https://video.example/terms",
                "- https://video.example/terms|- not a uri",
                "https://video.example:8443 wants|https://video.example:8443/path wants",
                "https://video.example:8443 wants|wants",
                "Ethereum account:|Solana account:",
                "This costs nothing.|Ünïcode",
                "some-id_1|two words",
                "Nonce: |nonce: ",
            })
    void whatBreaksTheGrammarIsNoMessage(String right, String wrong) {
        assertThat(WHOLE).contains(right);
        assertThat(SiweMessage.parse(WHOLE.replace(right, wrong))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"URI", "Version", "Chain ID", "Nonce", "Issued At"})
    void requiredMembersAreRequired(String name) {
        String without = WHOLE.lines()
                .filter(line -> !line.startsWith(name + ":"))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();

        assertThat(SiweMessage.parse(without)).isEmpty();
    }

    @Test
    void theOrderAndTheLinesAreFixed() {
        assertThat(SiweMessage.parse(WHOLE.replace("Version: 1\nChain ID: 31337", "Chain ID: 31337\nVersion: 1")))
                .isEmpty();
        assertThat(SiweMessage.parse(WHOLE + "\n")).isEmpty();
        assertThat(SiweMessage.parse("\n" + WHOLE)).isEmpty();
        assertThat(SiweMessage.parse(WHOLE.replace("\n", "\r\n"))).isEmpty();
        assertThat(SiweMessage.parse(WHOLE.replace("nothing.\n\n", "nothing.\nand more\n\n")))
                .as("a statement is one line")
                .isEmpty();
        assertThat(SiweMessage.parse(WHOLE.replace(ADDRESS, ADDRESS.substring(0, 41))))
                .isEmpty();
        assertThat(SiweMessage.parse("")).isEmpty();
    }

    @Test
    void aLongTextIsNotRead() {
        assertThat(SiweMessage.parse(WHOLE.replace("This costs", "x".repeat(5000))))
                .isEmpty();
    }
}
