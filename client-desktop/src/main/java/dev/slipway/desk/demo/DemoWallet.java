package dev.slipway.desk.demo;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.wallet.Wallets;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first account of the phrase that every development chain funds: public knowledge, play money only. */
public final class DemoWallet {
    private static final String PHRASE = "test test test test test test test test test test test junk";
    private static final String PASSWORD = "demo";

    private DemoWallet() {}

    /** Opens the demo's wallet file the way a creator's is opened; makes it on the first run. */
    public static Signer open(Path folder) {
        Path wallet = folder.resolve("wallet.json");
        Path password = folder.resolve("wallet-password.txt");
        try {
            if (!Files.exists(password)) {
                DurableFile.replace(password, (PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL, "The demo's folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        if (!Files.exists(wallet)) {
            Wallets.save(LocalSigner.fromPhrase(PHRASE), PASSWORD, wallet);
        }
        return Wallets.open(wallet, Wallets.readPassword(password));
    }
}
