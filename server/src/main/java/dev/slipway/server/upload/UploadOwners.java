package dev.slipway.server.upload;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import dev.slipway.server.limit.ClientAddresses;
import dev.slipway.server.publication.Publication;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Knows uploads of the same wallet, or from the same address, again. */
@Component
class UploadOwners {
    private final KeyedHash wallets;
    private final KeyedHash clients;
    private final ClientAddresses addresses;

    UploadOwners(KeyFolder keys, KeySettings settings, ClientAddresses addresses) {
        byte[] secret = keys.key("secret", settings.secretFile(), key -> true);
        this.wallets = new KeyedHash(secret, "slipway-upload-wallet:");
        this.clients = new KeyedHash(secret, "slipway-upload-client:");
        this.addresses = addresses;
    }

    UploadOwner of(Publication publication, HttpServletRequest request) {
        return new UploadOwner(
                hash(wallets, wallet(publication.author())),
                hash(clients, ClientAddresses.network(addresses.of(request)).getAddress()));
    }

    private static byte[] wallet(Address author) {
        return author.hex().getBytes(StandardCharsets.US_ASCII);
    }

    private static String hash(KeyedHash hash, byte[] bytes) {
        return Hex.plain(hash.of(bytes, bytes.length));
    }
}
