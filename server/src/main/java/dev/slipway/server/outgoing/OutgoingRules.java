package dev.slipway.server.outgoing;

import dev.slipway.server.configuration.Mode;
import dev.slipway.server.configuration.OutgoingSettings;
import dev.slipway.server.configuration.ServerSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;

/**
 * Which addresses of users may be called. An address is read by the same parser that the client sends with, so that both
 * mean the same host.
 */
@Component
class OutgoingRules {
    private static final int MAX_LENGTH = 2_048;

    /** The same for a name that is nowhere and one that leads inside: nobody learns the names of inner networks. */
    private static final String LEADS_NOWHERE = "This address does not lead to a host on the public internet.";

    private final AllowedHosts allowed;
    private final OutgoingSettings settings;
    private final Mode mode;
    private final HostResolver resolver;

    OutgoingRules(OutgoingSettings settings, ServerSettings server, HostResolver resolver) {
        this.allowed = new AllowedHosts(settings.outgoingAllow());
        this.settings = settings;
        this.mode = server.mode();
        this.resolver = resolver;
    }

    /** @throws AddressRefused unless the text is a web address without a secret in it */
    static HttpUrl read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new AddressRefused("An address has at most " + MAX_LENGTH + " characters.");
        }
        // The parser would drop blanks and line ends, and take \ for /.
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
            throw new AddressRefused("An address has ASCII characters only, without blanks and \\.");
        }
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new AddressRefused("This is not an address that begins with https:// or http://.");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new AddressRefused("An address has no user name or password in it: each request is signed instead.");
        }
        if (url.fragment() != null) {
            throw new AddressRefused("An address has no part after #: it would never be sent.");
        }
        return url;
    }

    /**
     * Looks the host up, once.
     *
     * @return where it may be called, at least one
     * @throws AddressRefused where any of its addresses is not to be called
     */
    List<InetAddress> targets(HttpUrl url) {
        List<InetAddress> found = find(url.host());
        boolean isTrusted = allowed.name(url.host()) || found.stream().allMatch(allowed::address);
        if (!isTrusted) {
            requirePublic(url, found);
        }
        return found;
    }

    private List<InetAddress> find(String host) {
        try {
            List<InetAddress> found = resolver.resolve(host);
            if (found.isEmpty()) {
                throw new AddressRefused(LEADS_NOWHERE);
            }
            return found;
        } catch (UnknownHostException e) {
            throw new AddressRefused(LEADS_NOWHERE);
        }
    }

    private void requirePublic(HttpUrl url, List<InetAddress> found) {
        if (!found.stream().allMatch(address -> PublicAddresses.contains(address) || allowed.address(address))) {
            throw new AddressRefused(LEADS_NOWHERE);
        }
        if (mode == Mode.PRODUCTION && !url.isHttps()) {
            throw new AddressRefused("This server sends over https:// only.");
        }
        if (!settings.outgoingPorts().contains(url.port())) {
            throw new AddressRefused("This server sends to ports "
                    + String.join(
                            ", ",
                            settings.outgoingPorts().stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .toList())
                    + ", not to " + url.port() + ".");
        }
    }
}
