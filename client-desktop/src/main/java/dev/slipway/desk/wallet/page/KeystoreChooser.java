package dev.slipway.desk.wallet.page;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a wallet file of another program. */
@FunctionalInterface
public interface KeystoreChooser {

    /** @return an absolute path; empty when the person thought better of it */
    Optional<Path> choose();
}
