package dev.slipway.server.publication;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.limit.ClientAddresses;
import dev.slipway.server.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From which address drafts come, as hashes that tell nobody which that is, and only while they are drafts. Wallets cost
 * nothing, so that a limit for each author keeps nobody from filling the server with signed drafts; addresses cost something.
 */
@Component
class DraftClients {
    private static final Duration LATER = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final OfferSettings settings;
    private final ClientAddresses addresses;
    private final KeyedHash hash;

    DraftClients(
            JdbcClient database,
            OfferSettings settings,
            ClientAddresses addresses,
            KeyFolder keys,
            KeySettings keySettings) {
        this.database = database;
        this.settings = settings;
        this.addresses = addresses;
        this.hash = new KeyedHash(keys.key("secret", keySettings.secretFile(), key -> true), "slipway-draft-client:");
    }

    /** The same for all requests of one address; an IPv6 one counts with its whole /64. */
    String of(HttpServletRequest request) {
        byte[] network = ClientAddresses.network(addresses.of(request)).getAddress();
        return Hex.plain(hash.of(network, network.length));
    }

    /**
     * Which draft of the client has to go for another one; empty where none has to. Until the caller's transaction ends,
     * others of the same client wait.
     *
     * @throws ProblemException {@code too-many-requests} where all of them are signed
     */
    Optional<PublicationId> inTheWay(String client) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:client, 0))")
                .param("client", client)
                .query((row, number) -> client)
                .single();
        long drafts =
                database.sql("""
                        SELECT count(*) FROM draft_client WHERE client_hash = :client
                        """).param("client", client).query(Long.class).single();
        if (drafts < settings.draftsPerAddress()) {
            return Optional.empty();
        }
        UUID oldest = database.sql("""
                        SELECT publication.id FROM draft_client
                        JOIN publication ON publication.id = draft_client.publication_id
                        WHERE client_hash = :client AND reference IS NULL
                        ORDER BY created_at LIMIT 1
                        """)
                .param("client", client)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "From your address came " + settings.draftsPerAddress()
                                + " signed and unpaid drafts already. Pay one, or wait until one expires.",
                        LATER));
        return Optional.of(new PublicationId(oldest));
    }

    /** Part of the caller's transaction, which has written the draft. */
    void note(PublicationId draft, String client) {
        database.sql("INSERT INTO draft_client (publication_id, client_hash) VALUES (:id, :client)")
                .param("id", draft.uuid())
                .param("client", client)
                .update();
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        if (changed.before() == ContentState.DRAFT) {
            database.sql("DELETE FROM draft_client WHERE publication_id = :id")
                    .param("id", changed.publication().id().uuid())
                    .update();
        }
    }
}
