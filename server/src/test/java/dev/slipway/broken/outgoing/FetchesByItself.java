package dev.slipway.broken.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

final class FetchesByItself {
    private FetchesByItself() {}

    static InputStream fetch(String whatAUserSaid) throws IOException {
        return URI.create(whatAUserSaid).toURL().openStream();
    }
}
