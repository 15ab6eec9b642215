package dev.slipway.desk.window;

import dev.slipway.desk.browserwallet.SystemBrowser;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser that the person has chosen in their system. Where there is none, nothing happens: the link can be copied. */
final class DesktopBrowser implements SystemBrowser {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopBrowser.class);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final List<String> command;

    private DesktopBrowser(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** @param system as Java calls it, such as {@code Mac OS X} */
    static DesktopBrowser of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new DesktopBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        return new DesktopBrowser(List.of(name.startsWith("mac") ? "open" : "xdg-open"));
    }

    /** What opens a link: a program and its arguments, of which the link is the last. */
    List<String> commandFor(URI link) {
        if (link.getScheme() == null || !SCHEMES.contains(link.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("only pages of the web are opened, not " + link.getScheme());
        }
        List<String> whole = new ArrayList<>(command);
        whole.add(link.toASCIIString());
        return whole;
    }

    @Override
    public void open(URI link) {
        try {
            new ProcessBuilder(commandFor(link))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
        } catch (IOException e) {
            // Without the link: whoever reads the log could use it.
            LOG.warn("No browser could be started with {}: {}", command.getFirst(), e.getMessage());
        }
    }
}
