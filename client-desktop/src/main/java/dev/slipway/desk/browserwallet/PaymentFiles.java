package dev.slipway.desk.browserwallet;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A small file for each reference in one folder. No secrets: everything in it will stand on the chain.
 *
 * @param folder is made when it is needed
 */
public record PaymentFiles(Path folder) implements PaymentMemory {

    @Override
    public Optional<AskedPayment> find(Bytes32 reference) {
        try {
            return Optional.of(Json.STRICT.readValue(Files.readAllBytes(fileOf(reference)), AskedPayment.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new DeskException(
                    ProblemCode.INTERNAL,
                    "The note of a payment in " + fileOf(reference) + " cannot be read (" + e.getMessage()
                            + "). Nothing is paid by itself: look into your wallet's activity before you delete it.",
                    e);
        }
    }

    @Override
    public void keep(AskedPayment asked) {
        try {
            DurableFile.createFolder(folder);
            DurableFile.replace(fileOf(asked.reference()), Json.STRICT.writeValueAsBytes(asked));
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL,
                    "The note of the payment cannot be written to " + folder + ": " + e.getMessage()
                            + ". The wallet was not asked.",
                    e);
        }
    }

    private Path fileOf(Bytes32 reference) {
        return folder.resolve("browser-payment-" + reference.hex() + ".json");
    }
}
