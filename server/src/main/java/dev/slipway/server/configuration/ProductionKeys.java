package dev.slipway.server.configuration;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What makes a key file of production useless although it has the form of one. Never tells what it holds. */
final class ProductionKeys {
    private static final String SECRET = "secret-file";
    private static final String OPERATOR = "operator-key-file";
    private static final List<String> PRIVATE_FILES = List.of(SECRET, OPERATOR, "smtp-password-file");
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /** Of random keys one in 2¹²⁸ is smaller: such a one was counted up or typed. */
    private static final int LEAST_BITS = 128;

    private ProductionKeys() {}

    /** A sentence for each thing that is wrong. */
    static List<String> wrong(BoundSettings settings, Wallets wallets) {
        List<String> wrong = new ArrayList<>();
        Optional<Path> secretFile = file(settings, SECRET);
        Optional<Path> operatorFile = file(settings, OPERATOR);
        Optional<byte[]> secret = secretFile.flatMap(ProductionKeys::key);
        Optional<byte[]> operator = operatorFile.flatMap(ProductionKeys::key);
        boolean isSameFile = secretFile.isPresent() && secretFile.equals(operatorFile);
        boolean isSameKey = secret.isPresent() && operator.isPresent() && Arrays.equals(secret.get(), operator.get());
        if (isSameFile || isSameKey) {
            // Who learned the one would have the other.
            wrong.add("SLIPWAY_SECRET_FILE and SLIPWAY_OPERATOR_KEY_FILE are the same file or have the same key: each"
                    + " needs a key of its own.");
        }
        if (secretFile.isPresent() && secret.isEmpty()) {
            wrong.add(unreadable(SECRET));
        }
        if (operatorFile.isPresent() && operator.isEmpty()) {
            wrong.add(unreadable(OPERATOR));
        }
        secret.flatMap(key -> weakness(key, wallets)).ifPresent(why -> wrong.add(weak(SECRET, why)));
        operator.flatMap(key -> weakness(key, wallets)).ifPresent(why -> wrong.add(weak(OPERATOR, why)));
        return wrong;
    }

    /** A sentence for each file that others on this machine can read; secrets of containers often have to be so. */
    static List<String> readByOthers(BoundSettings settings) {
        return PRIVATE_FILES.stream()
                .filter(name -> file(settings, name)
                        .filter(ProductionKeys::isReadByOthers)
                        .isPresent())
                .map(name -> BoundSettings.variable(name)
                        + " names a file that others on this machine can read: chmod 600 it, where the file system lets"
                        + " you.")
                .toList();
    }

    private static String unreadable(String name) {
        return BoundSettings.variable(name)
                + " names no file that this server can read and that holds exactly 32 bytes as 64 hex digits.";
    }

    private static String weak(String name, String weakness) {
        return BoundSettings.variable(name) + " names a file whose key " + weakness
                + ": make another, such as with openssl rand -hex 32.";
    }

    private static Optional<String> weakness(byte[] key, Wallets wallets) {
        BigInteger number = new BigInteger(1, key);
        if (number.bitLength() <= LEAST_BITS || isOneByte(key)) {
            return Optional.of("anybody would guess");
        }
        return wallets.account(key)
                .filter(DevelopmentAccounts::contains)
                .map(_ -> "is a well-known development account's, which everybody has");
    }

    private static boolean isOneByte(byte[] key) {
        for (byte each : key) {
            if (each != key[0]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Path> file(BoundSettings settings, String name) {
        return settings.text(name).isEmpty()
                ? Optional.empty()
                : settings.value(name, Path.class)
                        .map(file -> file.toAbsolutePath().normalize());
    }

    private static Optional<byte[]> key(Path file) {
        try {
            return Optional.of(KeyFolder.bytes(file));
        } catch (IOException | StartRefused e) {
            return Optional.empty();
        }
    }

    private static boolean isReadByOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            // Not there, which is told where the file is needed, or a file system without such permissions.
            return false;
        }
    }
}
