package dev.slipway.server.console;

import com.microsoft.playwright.Page;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A wallet in a page (EIP-1193), whose key is in the test: it signs whatever it is asked to. */
final class PageWallet {
    private static final String AT_WINDOW = """
            window.ethereum = {
              request: ({ method, params }) => method === 'eth_requestAccounts'
                ? Promise.resolve(['%s'])
                : window.slipwayTestWallet(params[0]),
            };""";

    private static final String ANNOUNCED = """
            const provider = {
              request: ({ method, params }) => method === 'eth_requestAccounts'
                ? Promise.resolve(['%s'])
                : window.slipwayTestWallet(params[0]),
            };
            const info = { uuid: '350670db-19fa-4704-a166-e52e178b59d2', name: '<b>Test</b> wallet', rdns: 'test.wallet', icon: '' };
            addEventListener('eip6963:requestProvider', () => dispatchEvent(
              new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) })));""";

    private final EthereumSignatures signatures = EthereumSignatures.create();
    private final OperatorKey key;

    PageWallet(OperatorKey key) {
        this.key = key;
    }

    /** As wallets of before EIP-6963 come. */
    void atWindow(Page page) {
        install(page, AT_WINDOW);
    }

    /** As wallets come by EIP-6963. */
    void announced(Page page) {
        install(page, ANNOUNCED);
    }

    /** In the small letters that wallets answer with. */
    private void install(Page page, String script) {
        page.exposeFunction("slipwayTestWallet", arguments -> sign((String) arguments[0]));
        page.addInitScript(script.formatted(key.address().hex()));
    }

    private String sign(String hex) {
        String message = new String(HexFormat.of().parseHex(hex.substring(2)), StandardCharsets.UTF_8);
        return signatures.sign(signatures.personalDigest(message), key);
    }
}
