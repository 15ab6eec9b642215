package dev.slipway.desk.system;

import dev.slipway.desk.browserwallet.SystemBrowser;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The browser that the person has chosen in their system. Where there is none, nothing happens: the link can be copied. */
public record DesktopBrowser(OperatingSystem system) implements SystemBrowser {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What opens a link: a program and its arguments, of which the link is the last. */
    List<String> commandFor(URI link) {
        if (link.getScheme() == null || !SCHEMES.contains(link.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("only pages of the web are opened, not " + link.getScheme());
        }
        String address = link.toASCIIString();
        return switch (system) {
            case LINUX -> List.of("xdg-open", address);
            case MAC -> List.of("open", address);
            case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", address);
        };
    }

    @Override
    public void open(URI link) {
        SystemCommand.start(commandFor(link), Map.of());
    }
}
