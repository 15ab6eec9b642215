package dev.slipway.desk.wallet;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.ethereum.Keystore;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Wallet files on this machine: one key each, sealed with a password, readable by their owner only. */
public final class Wallets {
    private static final int MAX_PASSWORD_BYTES = 4096;

    private Wallets() {}

    /** Seals the key into a new file; a file that is there is never overwritten, for it may hold money. */
    public static void save(LocalSigner signer, String password, Path file) {
        requireFree(file);
        saveSealed(Keystore.seal(signer, password), file);
    }

    /**
     * Writes a keystore that is sealed already into a new file, its owner's alone.
     *
     * @throws DeskException {@code conflict} when there is a file: it may hold money
     */
    public static void saveSealed(String keystore, Path file) {
        requireFree(file);
        try {
            DurableFile.create(file, keystore.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(file, e);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL, "The wallet cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw alreadyThere(file, null);
        }
    }

    /**
     * Makes room for another wallet: the file stays in its folder under a name that is free, {@code wallet-2.json} and so
     * on.
     *
     * @return where it is now
     */
    public static Path putAside(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        try {
            for (int number = 2; ; number++) {
                Path aside = file.resolveSibling(name + "-" + number + ".json");
                if (!Files.exists(aside)) {
                    return Files.move(file, aside);
                }
            }
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FILE_NOT_FOUND, "The wallet " + file + " cannot be put aside: " + e.getMessage(), e);
        }
    }

    /**
     * The keystore in the file, as it is sealed; empty where there is no file.
     *
     * @throws DeskException {@code wallet-invalid} when the file is larger than any, {@code file-not-found} when it
     *     cannot be read
     */
    public static Optional<String> keystore(Path file) {
        return Files.exists(file) ? Optional.of(read(file, Keystore.MAX_BYTES, "wallet")) : Optional.empty();
    }

    public static LocalSigner open(Path file, String password) {
        return Keystore.open(read(file, Keystore.MAX_BYTES, "wallet"), password);
    }

    /** The file's first line; a line feed at its end is not part of the password. */
    public static String readPassword(Path file) {
        String password = read(file, MAX_PASSWORD_BYTES, "password file")
                .lines()
                .findFirst()
                .orElse("");
        if (password.isEmpty()) {
            throw new DeskException(
                    ProblemCode.WRONG_PASSWORD, "The password file " + file + " is empty: put the password into it.");
        }
        return password;
    }

    /** Reads a secret such as a phrase or a key from a file. */
    public static String readSecret(Path file) {
        return read(file, Keystore.MAX_BYTES, "file").strip();
    }

    private static String read(Path file, int most, String what) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new DeskException(
                        ProblemCode.WALLET_INVALID, "The " + what + " " + file + " is larger than " + most + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new DeskException(
                    ProblemCode.FILE_NOT_FOUND, "There is no " + what + " " + file + ". Check the path.", e);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FILE_NOT_FOUND, "The " + what + " " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static DeskException alreadyThere(Path file, @Nullable Throwable cause) {
        String message = "There is already a file " + file + ", and it may hold money: choose another name.";
        return cause == null
                ? new DeskException(ProblemCode.CONFLICT, message)
                : new DeskException(ProblemCode.CONFLICT, message, cause);
    }
}
