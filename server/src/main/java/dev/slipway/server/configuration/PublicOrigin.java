package dev.slipway.server.configuration;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The origin by which the world knows this server, such as {@code https://video.example}: the audience of signatures
 * and the start of every absolute link. Without {@code SLIPWAY_PUBLIC_URL} it is the address that the server listens
 * on, known once it does.
 */
@Component
public class PublicOrigin {
    private final ServerSettings settings;
    private final String host;
    private volatile @Nullable URI listening;

    PublicOrigin(
            ServerSettings settings,
            @org.springframework.beans.factory.annotation.Value("${server.address:127.0.0.1}") String host) {
        this.settings = settings;
        this.host = host;
    }

    @EventListener
    void onListening(WebServerInitializedEvent event) {
        listening = URI.create("http://" + host + ":" + event.getWebServer().getPort());
    }

    /** Without a trailing slash. */
    public URI uri() {
        URI configured = settings.publicUrl();
        if (configured != null) {
            return configured;
        }
        URI address = listening;
        if (address == null) {
            throw new IllegalStateException("the server does not listen yet");
        }
        return address;
    }

    /** An absolute link to a path of this server that begins with a slash. */
    public String link(String path) {
        return uri() + path;
    }
}
