package dev.slipway.server.database;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.configuration.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a child of this process, on loopback, with its cluster in the data folder. Writes are flushed before
 * a commit returns. Asks for a password of its own, so that other users of the machine stay out.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final EmbeddedPostgres postgres;
    private final Path cluster;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path cluster, String password) {
        this.postgres = postgres;
        this.cluster = cluster;
        this.password = password;
    }

    /**
     * @param passwordFile one line, the password in text
     * @throws StartRefused when PostgreSQL does not start
     */
    static EmbeddedDatabase start(DataFolder data, Path passwordFile) {
        Path cluster = data.root().resolve("postgres");
        Path log = data.root().resolve("postgres.log");
        try {
            OrphanPostmaster.stop(cluster);
            Path complete = data.root().resolve("postgres.complete");
            setAsideUnfinished(cluster, complete);
            String password = Files.readString(passwordFile).strip();
            EmbeddedPostgres postgres = builder(data, passwordFile, password)
                    .setDataDirectory(cluster)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Files.write(complete, new byte[0]);
            return new EmbeddedDatabase(postgres, cluster, password);
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    ProblemCode.INTERNAL,
                    "The embedded PostgreSQL did not start. Its own words are in " + log
                            + "; SLIPWAY_DATABASE_URL names another database.",
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder data, Path passwordFile, String password) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.folder("postgres-program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                // The library hands these on to initdb as they are; the later --auth wins over its own "trust".
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB");
    }

    /** A server killed while it made the cluster leaves one that nothing was ever stored in. */
    private static void setAsideUnfinished(Path cluster, Path complete) throws IOException {
        if (Files.exists(cluster) && !Files.exists(complete)) {
            Path aside = cluster.resolveSibling("postgres-unfinished");
            FileSystemUtils.deleteRecursively(aside);
            Files.move(cluster, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        // The library waits five seconds and then gives up, which a busy machine may need more of.
        OrphanPostmaster.stop(cluster);
    }
}
