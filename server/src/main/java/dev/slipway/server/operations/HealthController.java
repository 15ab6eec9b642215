package dev.slipway.server.operations;

import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.ChainWatch;
import dev.slipway.server.operations.HealthReport.Level;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.StorageException;
import dev.slipway.server.storage.StorageSpace;
import dev.slipway.server.verification.WorkerIsolation;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health}: 200 while the server can do its work, 503 when it cannot. Each part is really asked. */
@RestController
class HealthController {
    private static final Logger log = LoggerFactory.getLogger(HealthController.class);
    private static final int UNAVAILABLE = 503;

    private final JdbcClient database;
    private final ArtifactStore store;
    private final ChainClient chain;
    private final ChainEndpoint endpoint;
    private final ObjectProvider<ChainWatch> watch;
    private final ObjectProvider<WorkerIsolation> isolation;

    HealthController(
            JdbcClient database,
            ArtifactStore store,
            ChainClient chain,
            ChainEndpoint endpoint,
            ObjectProvider<ChainWatch> watch,
            ObjectProvider<WorkerIsolation> isolation) {
        this.database = database;
        this.store = store;
        this.chain = chain;
        this.endpoint = endpoint;
        this.watch = watch;
        this.isolation = isolation;
    }

    @GetMapping("/health")
    ResponseEntity<HealthReport> health() {
        HealthReport.Database databasePart = new HealthReport.Database(askDatabase());
        HealthReport.Storage storagePart = askStorage();
        HealthReport.Chain chainPart = askChain();
        Level worst = Stream.of(databasePart.status(), storagePart.status(), chainPart.status())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        HealthReport report =
                new HealthReport(worst, databasePart, storagePart, chainPart, new HealthReport.Engine(isolation()));
        return ResponseEntity.status(worst == Level.DOWN ? UNAVAILABLE : 200)
                .cacheControl(CacheControl.noStore())
                .body(report);
    }

    private Level askDatabase() {
        try {
            database.sql("SELECT 1").query(Integer.class).single();
            return Level.UP;
        } catch (DataAccessException e) {
            log.warn("The database does not answer: {}", e.getMessage());
            return Level.DOWN;
        }
    }

    private HealthReport.Storage askStorage() {
        try {
            StorageSpace space = store.space();
            Level level = space.hasRoomFor(1) ? Level.UP : Level.DOWN;
            return new HealthReport.Storage(level, space.free(), space.reserve());
        } catch (StorageException e) {
            log.warn("The store does not answer: {}", e.getMessage());
            return new HealthReport.Storage(Level.DOWN, -1, -1);
        }
    }

    private HealthReport.Chain askChain() {
        try {
            boolean isFailing = watch.stream().anyMatch(ChainWatch::isFailing);
            return new HealthReport.Chain(isFailing ? Level.DEGRADED : Level.UP, endpoint.chainId(), chain.head());
        } catch (ChainUnavailable e) {
            log.debug("The chain's node does not answer: {}", e.getMessage());
            return new HealthReport.Chain(Level.DEGRADED, endpoint.chainId(), null);
        }
    }

    private String isolation() {
        WorkerIsolation known = isolation.getIfAvailable();
        return known == null ? "no worker" : known.inForce();
    }
}
