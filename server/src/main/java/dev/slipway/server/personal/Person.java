package dev.slipway.server.personal;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.publication.Publication;
import java.util.List;
import java.util.UUID;

/**
 * Whose data it is.
 *
 * @param publications what these wallets signed; a draft that only names a wallet may be anybody's
 */
public record Person(UUID account, List<Address> wallets, List<Publication> publications) {
    public Person {
        wallets = List.copyOf(wallets);
        publications = List.copyOf(publications);
    }
}
